import { readFile } from 'node:fs/promises'
import type { Json, JsonObject } from '../../engine/json.ts'
import { isObject } from '../../engine/pointer.ts'
import { EXIT, Problem, type Command } from '../command.ts'
import { verifyEvidence, type Evidence, type Verified } from '../verify-chain.ts'

const notOurs = (path: string): Problem => new Problem(EXIT.input, {
  vi: `"${path}" không phải kết quả của GET /api/v1/office/dossiers/{mã}/events hoặc …/answers (một đối tượng JSON có events hoặc answers).`,
  en: `"${path}" is not what GET /api/v1/office/dossiers/{code}/events or …/answers gave (a JSON object with events or answers).`,
}, { file: path })

const readObject = async (path: string): Promise<JsonObject> => {
  const text = await readFile(path, 'utf8').catch(() => { throw new Problem(EXIT.input, { vi: `Không đọc được tệp "${path}".`, en: `The file "${path}" cannot be read.` }, { file: path }) })
  try {
    const value: Json = JSON.parse(text)
    if (isObject(value)) return value
  } catch { /* said below */ }
  throw notOurs(path)
}

const evidenceIn = async (paths: readonly string[]): Promise<Evidence> => {
  let found: Partial<Evidence> = {}
  for (const path of paths) {
    const body = await readObject(path)
    if (Array.isArray(body['events']) && body['events'].every(isObject)) found = { ...found, events: body['events'] }
    else if (isObject(body['answers'])) found = { ...found, content: body }
    else throw notOurs(path)
  }
  if (!found.events || found.events.length === 0) throw notOurs(paths[0] ?? '')
  return { ...found, events: found.events }
}

const WORDS = {
  vi: { ok: 'Nguyên vẹn', events: 'sự kiện', content: 'nội dung khớp', last: 'mã băm cuối', bad: 'KHÔNG nguyên vẹn' },
  en: { ok: 'Intact', events: 'events', content: 'content as sealed', last: 'last hash', bad: 'NOT intact' },
} as const

const line = (result: Verified, lang: 'vi' | 'en'): string => {
  const words = WORDS[lang]
  return result.ok ? `${words.ok}: ${result.events} ${words.events}${result.content ? `, ${words.content}` : ''}, ${words.last} ${result.last}` : `${words.bad}: ${result.says[lang]}`
}

export const verify: Command = {
  name: 'verify', operands: 'EVENTS.json [ANSWERS.json]', least: 1, most: 2,
  summary: { vi: 'kiểm tra chuỗi sự kiện của một hồ sơ còn nguyên vẹn', en: 'check that the chain of a dossier\'s events is intact' },
  options: [],
  examples: [
    { line: 'dvc verify events.json', says: { vi: 'từ GET …/office/dossiers/{mã}/events', en: 'from GET …/office/dossiers/{code}/events' } },
    { line: 'dvc verify events.json answers.json', says: { vi: 'và nội dung còn như khi nộp', en: 'and that the content is what was handed in' } },
  ],
  run: async ({ operands, lang }) => {
    const result = verifyEvidence(await evidenceIn(operands))
    return { exit: result.ok ? EXIT.ok : EXIT.input, json: result, text: line(result, lang) }
  },
}
