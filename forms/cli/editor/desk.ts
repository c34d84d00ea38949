import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { askedWhen, isRequired, keyOfAsked } from '../../authoring/edit/conditions.ts'
import { listNodes, type FormNode } from '../../authoring/edit/form-nodes.ts'
import type { Work } from '../../authoring/edit/work.ts'
import { FILES } from '../../authoring/finding.ts'
import { lintProcedure } from '../../authoring/lint.ts'
import type { Finding, ProcedureSource, SourceFile } from '../../authoring/source.ts'
import type { Example } from '../../documents/draft/draft-examples.ts'
import { examplesIn } from '../../documents/draft/renew-examples.ts'
import type { WordForm } from '../../documents/hole.ts'
import { readWordMap } from '../../documents/mapping/read-word-map.ts'
import { openPackage } from '../../documents/package/open-package.ts'
import { documentText, type Block } from '../../documents/report/document-text.ts'
import { checkExamplesOnPaper } from '../../documents/round-trip/check-examples-on-paper.ts'
import type { RuleContext } from '../../engine/form-model.ts'
import type { Json, JsonObject, Lang } from '../../engine/json.ts'
import { isAtOrBelow, isObject } from '../../engine/pointer.ts'
import { EXIT, Problem } from '../command.ts'
import { readFolder } from '../folders.ts'
import { readHoles } from '../read-holes.ts'
import { sayIn, type Say } from './words.ts'

/** What import left for the author: from import-report.json, without what was looked at already. */
export type Open = { readonly pointer: string; readonly text: Readonly<Record<Lang, string>> }

/** The folder as it is now, with all that the pages show of it. */
export type Desk = {
  readonly dir: string
  readonly source: ProcedureSource
  readonly work: Work
  readonly nodes: readonly FormNode[]
  readonly form: WordForm | undefined
  readonly text: readonly Block[]
  readonly open: readonly Open[]
  readonly lang: Lang
  readonly say: Say
}

const valueOf = (file: SourceFile, dir: string): JsonObject => {
  if (file.state === 'read' && isObject(file.value)) return file.value
  const why = file.state === 'broken' ? file.reason : 'JSON'
  throw new Problem(EXIT.input, {
    vi: `Không đọc được ${file.file} trong "${dir}" (${why}). Bắt đầu bằng dvc import; nếu tệp sai cú pháp thì sửa tệp trước.`,
    en: `${file.file} in "${dir}" cannot be read (${why}). Begin with dvc import; if its syntax is wrong, mend the file first.`,
  }, { file: file.file })
}

const readPaper = (docx: Uint8Array | undefined): { readonly form: WordForm | undefined; readonly text: readonly Block[] } => {
  if (!docx) return { form: undefined, text: [] }
  const [form, pkg] = [readHoles(FILES.word, docx), openPackage(docx)]
  return { form, text: documentText(pkg.main, pkg.text(pkg.main), form.holes) }
}

const asOpen = (value: Json): readonly Open[] => {
  if (!isObject(value) || typeof value['pointer'] !== 'string' || !isObject(value['text'])) return []
  return [{ pointer: value['pointer'], text: { vi: String(value['text']['vi'] ?? ''), en: String(value['text']['en'] ?? '') } }]
}

export const REPORT = 'import-report.json'

/** The report that import left; an empty one where there is none, or none that can be read. */
export const readReport = async (dir: string): Promise<JsonObject> => {
  const text = await readFile(join(dir, REPORT), 'utf8').catch(() => '{}')
  try { const value: Json = JSON.parse(text); return isObject(value) ? value : {} } catch { return {} }
}

const openIn = (report: JsonObject): readonly Open[] => {
  const decided = Array.isArray(report['decided']) ? report['decided'] : []
  return (Array.isArray(report['proposals']) ? report['proposals'] : []).flatMap(asOpen).filter(({ pointer }) => !decided.includes(pointer))
}

/** Reads the folder anew: other programs may have changed it since the last page. */
export const openDesk = async (folder: string, lang: Lang): Promise<Desk> => {
  const source = await readFolder(folder)
  const [record, schema] = [valueOf(source.record, folder), valueOf(source.schema, folder)]
  const { map } = readWordMap(source.wordMap.state === 'read' ? source.wordMap.value : { holes: [], unprinted: [] })
  const nodes = listNodes(schema)
  const open = openIn(await readReport(source.dir)).filter(({ pointer }) => nodes.some((node) => node.pointer === pointer))
  return { dir: source.dir, source, work: { record, schema, map }, nodes, ...readPaper(source.wordForm), open, lang, say: sayIn(lang) }
}

export const findingsOf = ({ source }: Desk, context: RuleContext): readonly Finding[] => lintProcedure(source, context, checkExamplesOnPaper)

/** Numbers of the holes that take the answer of a node, or of what stands inside it. */
export const holesOf = ({ work: { map } }: Desk, { pointer }: FormNode): ReadonlySet<number> =>
  new Set(map.holes.flatMap((entry) => ('answer' in entry && [entry.answer, ...(entry.and ?? [])].some((one) => isAtOrBelow(one, pointer)) ? [entry.n] : [])))

/** Answers that the form takes, to try the paper with. */
export const trialsOf = ({ source: { examples } }: Desk): readonly Example[] => (examples.state === 'read' ? examplesIn(examples.value, 'valid') : [])

/** A short mark of a value: what a page was made from, so that a save can tell whether it is still so. */
export const markOf = (value: Json | undefined): string => createHash('sha256').update(JSON.stringify(value ?? null)).digest('hex').slice(0, 16)

/** The same for all that the page of a node shows of it. */
export const markOfNode = ({ work: { schema } }: Desk, node: FormNode): string =>
  markOf([node.node, isRequired(schema, node), keyOfAsked(askedWhen(schema, node))])
