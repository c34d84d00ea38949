import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isObject } from '../engine/pointer.ts'
import type { Json } from '../engine/json.ts'
import { EXIT, Problem } from './command.ts'

const run = promisify(execFile)

const missingTool = (): Problem => new Problem(EXIT.environment, {
  vi: 'Việc trên AWS cần lệnh "aws" (AWS CLI) trên máy này. Cài đặt nó rồi đăng nhập (aws configure hoặc aws sso login).',
  en: 'Work on AWS needs the "aws" command (AWS CLI) on this machine. Install it and sign in (aws configure or aws sso login).',
})

const refusedBy = (said: string): Problem => new Problem(EXIT.environment, { vi: `AWS từ chối: ${said}`, en: `AWS refused: ${said}` })

/** The user's own AWS CLI: credentials, profiles and regions are its business, and stay there. */
export const aws = async (...args: readonly string[]): Promise<string> => {
  try {
    return (await run('aws', [...args], { maxBuffer: 16 * 1024 * 1024 })).stdout
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw missingTool()
    throw refusedBy(error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error))
  }
}

const outputsOf = (described: Json): Readonly<Record<string, string>> =>
  Object.fromEntries((Array.isArray(described) ? described.filter(isObject) : []).map((one) => [String(one['OutputKey']), String(one['OutputValue'])]))

/** Named outputs of a deployed stack, all of them. */
export const stackOutputs = async <Name extends string>(stack: string, ...names: readonly Name[]): Promise<Readonly<Record<Name, string>>> => {
  const outputs = outputsOf(JSON.parse(await aws('cloudformation', 'describe-stacks', '--stack-name', stack, '--query', 'Stacks[0].Outputs', '--output', 'json')))
  if (names.every((name) => outputs[name])) return outputs as Readonly<Record<Name, string>>
  throw new Problem(EXIT.environment, {
    vi: `Ngăn xếp ${stack} không có đầu ra ${names.join(', ')}. Triển khai lại bản mới (npx cdk deploy ${stack}).`,
    en: `The stack ${stack} has no outputs ${names.join(' and ')}. Deploy the present release first (npx cdk deploy ${stack}).`,
  })
}

/**
 * Invokes a function with a JSON event; answers as the local inbox does. The files pass by way of a folder of our own:
 * fileb:// means the same to version 1 and 2 of the AWS CLI.
 */
export const invokeFunction = async (name: string, event: Json, folder: string): Promise<Json> => {
  const [asked, answer] = [join(folder, 'event.json'), join(folder, 'answer.json')]
  await writeFile(asked, JSON.stringify(event))
  const told: Json = JSON.parse(await aws('lambda', 'invoke', '--function-name', name, '--payload', `fileb://${asked}`, '--output', 'json', answer))
  const result: Json = JSON.parse(await readFile(answer, 'utf8'))
  if (!isObject(told) || told['FunctionError'] === undefined) return { ok: true, result }
  return { ok: false, error: isObject(result) ? String(result['errorMessage']) : 'FunctionError' }
}
