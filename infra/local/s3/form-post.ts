import { verifyChecksums } from './checksums.ts'
import { S3Error } from './errors.ts'
import { demand, keptHeaders, type Answer, type World } from './operations.ts'
import { checkPolicy } from './post-policy.ts'
import { verifyPolicy, type FindCaller } from './signature.ts'
import type { Bucket } from './store.ts'

type Form = { readonly fields: Record<string, string>; readonly file: Buffer; readonly fileName: string }

const readForm = async (contentType: string, body: Buffer): Promise<Form> => {
  const malformed = new S3Error('MalformedPOSTRequest', 400, 'The body of your POST request is not well-formed multipart/form-data.')
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData().catch(() => { throw malformed })
  const fields: Record<string, string> = {}
  for (const [name, value] of form) {
    // S3 ignores whatever follows the file.
    if (typeof value !== 'string') return { fields, file: Buffer.from(await value.arrayBuffer()), fileName: value.name }
    fields[name.toLowerCase()] = value
  }
  throw new S3Error('InvalidArgument', 400, 'POST requires exactly one file upload per request.')
}

const success = (fields: Form['fields'], etag: string, location: string): Answer => {
  const headers = { etag: `"${etag}"`, location }
  const redirect = fields['success_action_redirect']
  if (redirect !== undefined) return { status: 303, headers: { ...headers, location: redirect } }
  return { status: { '200': 200, '201': 201 }[fields['success_action_status'] ?? ''] ?? 204, headers }
}

/** A browser's form upload: signature, policy, role, checksums, then the object. */
export const postForm = async (request: { readonly bucket: Bucket; readonly contentType: string; readonly body: Buffer; readonly location: string }, find: FindCaller, world: World): Promise<Answer> => {
  const { fields, file, fileName } = await readForm(request.contentType, request.body)
  const caller = verifyPolicy(fields, find)
  checkPolicy(fields, request.bucket.name, file.length, new Date())
  const key = (fields['key'] ?? '').replaceAll('${filename}', fileName)
  if (key === '') throw new S3Error('InvalidArgument', 400, 'Bucket POST must contain a field named \'key\'.')
  demand(caller, 's3:PutObject', `arn:aws:s3:::${request.bucket.name}/${key}`)
  const checksums = verifyChecksums(fields, file)
  const info = request.bucket.write({ key, headers: keptHeaders(fields), checksums }, file)
  world.created(request.bucket.name, info)
  return success(fields, info.etag, `${request.location}/${encodeURIComponent(key)}`)
}
