import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isObject } from '../engine/pointer.ts'
import type { Json } from '../engine/json.ts'
import { EXIT, Problem } from './command.ts'

/** The checkout that this command line belongs to. */
export const ROOT = resolve(import.meta.dirname, '..', '..')

const TAKEN_WITHIN_MS = 120_000
const LOOK_EVERY_MS = 100

type Env = Readonly<Record<string, string | undefined>>

/** Where `npm start` keeps its data: DVC_DATA, else .data in the checkout. */
export const dataFolder = (env: Env): string => resolve(ROOT, env['DVC_DATA'] ?? '.data')

export type Portal = { readonly url: string; readonly pid: number }

const isAlive = (pid: number): boolean => {
  try { return process.kill(pid, 0) } catch { return false }
}

/** The portal that runs on this data, as it announces itself in host.json; undefined where none does. */
export const runningPortal = async (data: string): Promise<Portal | undefined> => {
  const text = await readFile(join(data, 'host.json'), 'utf8').catch(() => '{}')
  const found: Json = JSON.parse(text)
  if (!isObject(found) || typeof found['url'] !== 'string' || typeof found['pid'] !== 'number') return undefined
  return isAlive(found['pid']) ? { url: found['url'], pid: found['pid'] } : undefined
}

/** The same; where none runs, a Problem that says what to do. */
export const neededPortal = async (data: string): Promise<Portal> => {
  const portal = await runningPortal(data)
  if (portal) return portal
  throw new Problem(EXIT.environment, {
    vi: 'Chưa có cổng nào đang chạy trên máy này. Chạy "npm start" ở cửa sổ khác, dùng "dvc preview", hoặc thêm --stack TÊN để công bố lên AWS.',
    en: 'No portal is running on this machine. Run "npm start" in another window, use "dvc preview", or add --stack NAME to publish to AWS.',
  })
}

const answered = async (path: string): Promise<Json | undefined> => {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  await rm(path, { force: true })
  return JSON.parse(text)
}

const silent = (): Problem => new Problem(EXIT.environment, {
  vi: 'Cổng trên máy này không trả lời trong hai phút. Khởi động lại bằng npm start rồi thử lại.',
  en: 'The portal on this machine did not answer within two minutes. Start it again with npm start and try once more.',
})

/** Lays something into the running portal's inbox, whole or not at all, and waits for the answer. */
const lay = async (data: string, ending: 'zip' | 'admin', content: Uint8Array | string): Promise<Json> => {
  const path = join(data, 'inbox', randomUUID())
  await mkdir(join(data, 'inbox'), { recursive: true })
  await writeFile(`${path}.part`, content)
  await rename(`${path}.part`, `${path}.${ending}`)
  for (const until = Date.now() + TAKEN_WITHIN_MS; Date.now() < until; await sleep(LOOK_EVERY_MS)) {
    const answer = await answered(`${path}.json`)
    if (answer !== undefined) return answer
  }
  await rm(`${path}.${ending}`, { force: true })
  throw silent()
}

/** Hands in a packed procedure; what its publish job says. */
export const handIn = (data: string, archive: Uint8Array): Promise<Json> => lay(data, 'zip', archive)

/** Asks the operator's job for something; what it says. */
export const askPortal = (data: string, request: Json): Promise<Json> => lay(data, 'admin', JSON.stringify(request))
