import { basename } from 'node:path'
import type { Finding } from '../authoring/source.ts'
import type { Json, JsonObject, Lang } from '../engine/json.ts'
import { isObject } from '../engine/pointer.ts'
import { EXIT, type Outcome } from './command.ts'
import { findingJson, findingLines } from './tell-findings.ts'

/** What became of one folder. `url`: where the procedure is seen, where that is known. */
export type Told = { readonly folder: string; readonly kind: 'published' | 'unchanged' | 'kept' | 'refused' | 'failed'; readonly code?: string; readonly version?: number; readonly url?: string; readonly findings: readonly Finding[]; readonly error?: string }

const findingsOf = (value: Json | undefined): readonly Finding[] => (Array.isArray(value) ? value.filter(isObject) as unknown as readonly Finding[] : [])

const readResult = (folder: string, result: JsonObject, url: string | undefined): Told => {
  const kind = result['kind']
  if (kind === 'refused') return { folder, kind, findings: findingsOf(result['findings']) }
  if (kind === 'failed') return { folder, kind, findings: [], error: String(result['error']) }
  if (kind !== 'published' && kind !== 'unchanged' && kind !== 'kept') return { folder, kind: 'failed', findings: [], error: 'the publish job gave no answer that this command knows' }
  const code = String(result['code'])
  return { folder, kind, code, version: Number(result['version']), findings: findingsOf(result['warnings']), ...(url === undefined ? {} : { url: `${url}/thu-tuc/${code}` }) }
}

/** Answer of the publish job (by inbox or by AWS) -> what to tell. */
export const readAnswer = (folder: string, answer: Json, url?: string): Told => {
  const body = isObject(answer) ? answer : {}
  if (body['ok'] !== true || !isObject(body['result'])) return { folder, kind: 'failed', findings: [], error: String(body['error'] ?? 'no answer') }
  return readResult(folder, body['result'], url)
}

const KINDS = {
  vi: { published: 'đã công bố', unchanged: 'không thay đổi', kept: 'giữ bản của cơ quan (danh sách không thay được)', refused: 'bị từ chối', failed: 'không công bố được' },
  en: { published: 'published', unchanged: 'unchanged', kept: 'kept as the agency has it (a list does not replace it)', refused: 'refused', failed: 'failed' },
} as const
const VERSION = { vi: 'phiên bản', en: 'version' } as const

const lines = (told: Told, lang: Lang): string => [
  `${basename(told.folder)}: ${KINDS[lang][told.kind]}${told.version === undefined ? '' : `, ${VERSION[lang]} ${told.version}`}${told.url === undefined ? '' : `\n    ${told.url}`}${told.error === undefined ? '' : `: ${told.error}`}`,
  ...told.findings.filter(({ severity }) => severity === 'error' || told.kind === 'refused').map((finding) => findingLines(told.folder, finding, lang)),
].join('\n')

/** Outcome of publishing some folders: 0 where all are in, 1 where one is refused or failed. */
export const publishOutcome = (all: readonly Told[], lang: Lang): Outcome => ({
  exit: all.every(({ kind }) => kind !== 'refused' && kind !== 'failed') ? EXIT.ok : EXIT.input,
  json: { procedures: all.map(({ folder, findings, ...rest }) => ({ folder, ...rest, findings: findings.map((finding) => findingJson(finding, lang)) })) },
  text: all.map((told) => lines(told, lang)).join('\n'),
})
