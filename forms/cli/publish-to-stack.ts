import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Json } from '../engine/json.ts'
import { aws, invokeFunction, stackOutputs } from './aws.ts'

/** Hands packed procedures to the publish job of a deployed stack, one after the other; answers as the local inbox does. */
export const publishToStack = async (stack: string, archives: readonly Uint8Array[]): Promise<readonly Json[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'dvc-publish-'))
  try {
    const { PublishedBucket, PublishFunction } = await stackOutputs(stack, 'PublishedBucket', 'PublishFunction')
    const answers: Json[] = []
    for (const archive of archives) {
      const [sha256, zip] = [createHash('sha256').update(archive).digest('hex'), join(folder, 'procedure.zip')]
      await writeFile(zip, archive)
      await aws('s3', 'cp', zip, `s3://${PublishedBucket}/drafts/${sha256}`, '--content-type', 'application/zip', '--no-progress')
      answers.push(await invokeFunction(PublishFunction, { archive: sha256 }, folder))
    }
    return answers
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
