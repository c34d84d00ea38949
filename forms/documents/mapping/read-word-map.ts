import { FILES, finding } from '../../authoring/finding.ts'
import type { Finding } from '../../authoring/source.ts'
import type { Json, JsonObject } from '../../engine/json.ts'
import { isObject } from '../../engine/pointer.ts'
import { SYSTEM_FACTS, type HoleAnswer, type SystemFact, type WordMap, type Writing } from '../word-map.ts'

/** A map as far as it could be read, and what is wrong with the rest. `at`: place of each hole in the file. */
export type ReadMap = { readonly map: WordMap; readonly at: readonly number[]; readonly findings: readonly Finding[] }

const WRITINGS: ReadonlySet<string> = new Set<Writing>(['capitals', 'dateInWords', 'moneyInWords', 'year', 'commune', 'province', 'street'])

const isWriting = (value: Json | undefined): value is Writing => typeof value === 'string' && WRITINGS.has(value)
const isFact = (value: Json | undefined): value is SystemFact => SYSTEM_FACTS.some((fact) => fact === value)
const isText = (value: Json | undefined): value is string => typeof value === 'string' && value.trim() !== ''
const isTexts = (value: Json | undefined): value is string[] => Array.isArray(value) && value.every(isText)
const wrong = (pointer: string, more: string): Finding => finding({ file: FILES.map, pointer }, 'shape', '', more)

const surplus = (value: JsonObject, known: readonly string[], pointer: string): readonly Finding[] =>
  Object.keys(value).filter((name) => !known.includes(name)).map((name) => finding({ file: FILES.map, pointer: `${pointer}/${name}` }, 'surplus', name))

const faultsOf = (value: JsonObject, pointer: string): readonly Finding[] => {
  const ways = ['answer', 'system', 'none'].filter((way) => value[way] !== undefined)
  return [
    ...surplus(value, ['n', 'label', 'answer', 'and', 'as', 'system', 'none'], pointer),
    ...(Number.isInteger(value['n']) ? [] : [wrong(`${pointer}/n`, 'integer')]),
    ...(typeof value['label'] === 'string' ? [] : [wrong(`${pointer}/label`, 'string')]),
    ...(ways.length === 1 ? [] : [wrong(pointer, 'answer | system | none')]),
    ...(value['answer'] === undefined || isText(value['answer']) ? [] : [wrong(`${pointer}/answer`, 'JSON pointer')]),
    ...(value['and'] === undefined || (isTexts(value['and']) && isText(value['answer'])) ? [] : [wrong(`${pointer}/and`, 'answer, JSON pointer[]')]),
    ...(value['system'] === undefined || isFact(value['system']) ? [] : [wrong(`${pointer}/system`, SYSTEM_FACTS.join(', '))]),
    ...(value['none'] === undefined || isText(value['none']) ? [] : [wrong(`${pointer}/none`, 'string')]),
    ...(value['as'] === undefined || isWriting(value['as']) ? [] : [wrong(`${pointer}/as`, [...WRITINGS].join(', '))]),
  ]
}

const holeOf = ({ n, label, answer, and, as, system, none }: JsonObject): HoleAnswer => {
  const hole = { n: Number(n), label: String(label) }
  if (isFact(system)) return { ...hole, system }
  if (typeof answer !== 'string') return { ...hole, none: String(none) }
  return { ...hole, answer, ...(isTexts(and) ? { and } : {}), ...(isWriting(as) ? { as } : {}) }
}

const readHoles = (value: Json | undefined): readonly { readonly i: number; readonly hole?: HoleAnswer; readonly findings: readonly Finding[] }[] => {
  if (!Array.isArray(value)) return [{ i: -1, findings: [wrong('/holes', 'array')] }]
  return value.map((one, i) => {
    if (!isObject(one)) return { i, findings: [wrong(`/holes/${i}`, 'object')] }
    const findings = faultsOf(one, `/holes/${i}`)
    return findings.length > 0 ? { i, findings } : { i, hole: holeOf(one), findings }
  })
}

const readUnprinted = (value: Json | undefined): { readonly list: WordMap['unprinted']; readonly findings: readonly Finding[] } => {
  if (!Array.isArray(value)) return { list: [], findings: [wrong('/unprinted', 'array')] }
  const read = value.map((one, i) => {
    const { answer, why } = isObject(one) ? one : {}
    return isText(answer) && isText(why) ? { entry: { answer, why } } : { fault: wrong(`/unprinted/${i}`, '{"answer", "why"}') }
  })
  return { list: read.flatMap(({ entry }) => (entry ? [entry] : [])), findings: read.flatMap(({ fault }) => (fault ? [fault] : [])) }
}

/** form.map.json -> WordMap. Never throws: what is not as word-map.ts says becomes a finding and is left out. */
export const readWordMap = (value: Json): ReadMap => {
  const file = isObject(value) ? value : {}
  const holes = readHoles(file['holes'])
  const unprinted = readUnprinted(file['unprinted'])
  const whole = holes.flatMap(({ i, hole }) => (hole ? [{ i, hole }] : []))
  return {
    map: { holes: whole.map(({ hole }) => hole), unprinted: unprinted.list },
    at: whole.map(({ i }) => i),
    findings: [...surplus(file, ['holes', 'unprinted', '$schema'], ''), ...holes.flatMap(({ findings }) => findings), ...unprinted.findings],
  }
}
