import type { ArtefactStore, AttachmentStore } from '../../core/ports.ts'

export type S3Places = { readonly quarantine: string; readonly clean: string; readonly published: string }

type S3Stores = { readonly artefacts: ArtefactStore; readonly attachments: AttachmentStore }

const load = async ({ published, ...buckets }: S3Places): Promise<S3Stores> => {
  const [{ s3Client }, { s3ArtefactStore }, { s3AttachmentStore }] = await Promise.all([import('./client.ts'), import('./artefacts.ts'), import('./attachments.ts')])
  const client = s3Client()
  return { artefacts: s3ArtefactStore({ client, bucket: published }), attachments: s3AttachmentStore({ client, ...buckets }) }
}

/**
 * The stores on S3, whose SDK client (a quarter of the bundle) is loaded by the first call: most pages need no file, and a
 * cold start waits for every kilobyte.
 */
export const s3WhenNeeded = (places: S3Places): S3Stores => {
  let loading: Promise<S3Stores> | undefined
  const stores = (): Promise<S3Stores> => (loading ??= load(places))
  return {
    artefacts: {
      put: async (...args) => (await stores()).artefacts.put(...args),
      get: async (...args) => (await stores()).artefacts.get(...args),
    },
    attachments: {
      ticket: async (...args) => (await stores()).attachments.ticket(...args),
      putQuarantined: async (...args) => (await stores()).attachments.putQuarantined(...args),
      inspect: async (...args) => (await stores()).attachments.inspect(...args),
      release: async (...args) => (await stores()).attachments.release(...args),
      discard: async (...args) => (await stores()).attachments.discard(...args),
      downloadUrl: async (...args) => (await stores()).attachments.downloadUrl(...args),
    },
  }
}
