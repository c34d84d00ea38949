import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isObject } from '../engine/pointer.ts'
import type { Json } from '../engine/json.ts'
import { EXIT, Problem } from './command.ts'

const run = promisify(execFile)

type Target = { readonly bucket: string; readonly publish: string }

const missingTool = (): Problem => new Problem(EXIT.environment, {
  vi: 'Công bố lên AWS cần lệnh "aws" (AWS CLI) trên máy này. Cài đặt nó rồi đăng nhập (aws configure hoặc aws sso login).',
  en: 'Publishing to AWS needs the "aws" command (AWS CLI) on this machine. Install it and sign in (aws configure or aws sso login).',
})

const refusedBy = (said: string): Problem => new Problem(EXIT.environment, { vi: `AWS từ chối: ${said}`, en: `AWS refused: ${said}` })

/** The user's own AWS CLI: credentials, profiles and regions are its business, and stay there. */
const aws = async (...args: readonly string[]): Promise<string> => {
  try {
    return (await run('aws', [...args], { maxBuffer: 16 * 1024 * 1024 })).stdout
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw missingTool()
    throw refusedBy(error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error))
  }
}

const outputsOf = (described: Json): Readonly<Record<string, string>> =>
  Object.fromEntries((Array.isArray(described) ? described.filter(isObject) : []).map((one) => [String(one['OutputKey']), String(one['OutputValue'])]))

/** Bucket and publish job of a deployed stack, by the stack's outputs. */
const targetOf = async (stack: string): Promise<Target> => {
  const outputs = outputsOf(JSON.parse(await aws('cloudformation', 'describe-stacks', '--stack-name', stack, '--query', 'Stacks[0].Outputs', '--output', 'json')))
  const { PublishedBucket: bucket, PublishFunction: publish } = outputs
  if (bucket && publish) return { bucket, publish }
  throw new Problem(EXIT.environment, {
    vi: `Ngăn xếp ${stack} không có đầu ra PublishedBucket, PublishFunction. Triển khai lại bản mới (npx cdk deploy ${stack}).`,
    en: `The stack ${stack} has no outputs PublishedBucket and PublishFunction. Deploy the present release first (npx cdk deploy ${stack}).`,
  })
}

/** The files pass by way of a folder of our own: fileb:// means the same to version 1 and 2 of the AWS CLI. */
const invoke = async (target: Target, archive: Uint8Array, folder: string): Promise<Json> => {
  const sha256 = createHash('sha256').update(archive).digest('hex')
  const [zip, event, answer] = [join(folder, 'procedure.zip'), join(folder, 'event.json'), join(folder, 'answer.json')]
  await Promise.all([writeFile(zip, archive), writeFile(event, JSON.stringify({ archive: sha256 }))])
  await aws('s3', 'cp', zip, `s3://${target.bucket}/drafts/${sha256}`, '--content-type', 'application/zip', '--no-progress')
  const told: Json = JSON.parse(await aws('lambda', 'invoke', '--function-name', target.publish, '--payload', `fileb://${event}`, '--output', 'json', answer))
  const result: Json = JSON.parse(await readFile(answer, 'utf8'))
  if (!isObject(told) || told['FunctionError'] === undefined) return { ok: true, result }
  return { ok: false, error: isObject(result) ? String(result['errorMessage']) : 'FunctionError' }
}

/** Hands packed procedures to the publish job of a deployed stack, one after the other; answers as the local inbox does. */
export const publishToStack = async (stack: string, archives: readonly Uint8Array[]): Promise<readonly Json[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'dvc-publish-'))
  try {
    const target = await targetOf(stack)
    const answers: Json[] = []
    for (const archive of archives) answers.push(await invoke(target, archive, folder))
    return answers
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
