import { checkRecord as mismatches } from '../compile/check-record.ts'
import type { Json, JsonObject } from '../engine/json.ts'
import { isObject } from '../engine/pointer.ts'
import { checkCondition } from './check-conditions.ts'
import { FILES, finding, warning, type Place } from './finding.ts'
import type { Finding } from './source.ts'
import { unfinishedAt } from './unfinished.ts'

const at = (pointer: string): Place => ({ file: FILES.record, pointer })
const objects = (value: Json | undefined): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : [])

const shape = (record: Json): readonly Finding[] => mismatches(record).map(({ pointer, keyword, detail }) => {
  const name = pointer.slice(pointer.lastIndexOf('/') + 1)
  if (keyword === 'required') return finding(at(pointer), name === 'en' ? 'english' : 'absent', name)
  return keyword === 'additionalProperties' ? finding(at(pointer), 'surplus', name) : finding(at(pointer), 'shape', name, detail)
})

/** What a procedure must say, and a posting from a list may leave open: nobody can be promised a date that is not known. */
const OWED = ['keywords', 'audience', 'steps', 'channels', 'components', 'results', 'legalBasis'] as const

const owedTexts = (record: JsonObject): readonly Finding[] => [
  ...(isObject(record['summary']) && record['summary']['vi'] === '' ? [finding(at('/summary'), 'vietnamese', 'summary')] : []),
  ...(isObject(record['agency']) && isObject(record['agency']['title']) && record['agency']['title']['vi'] === '' ? [finding(at('/agency/title'), 'vietnamese', 'title')] : []),
]

const owedRules = (record: JsonObject): readonly Finding[] => objects(record['channels']).flatMap((channel, i) =>
  (['limits', 'fees'] as const).filter((name) => isEmpty(channel[name])).map((name) => finding(at(`/channels/${i}/${name}`), 'absent', name)))

const isEmpty = (value: Json | undefined): boolean => Array.isArray(value) && value.length === 0

/** Texts that have Vietnamese and no English; where a translation is owed. */
const untranslated = (value: Json, pointer: string): readonly Finding[] => {
  if (isObject(value) && typeof value['vi'] === 'string' && value['en'] === '') return value['vi'] === '' ? [] : [finding(at(`${pointer}/en`), 'english', 'en')]
  const members = Array.isArray(value) ? value.map((one, i) => [String(i), one] as const) : isObject(value) ? Object.entries(value) : []
  return members.flatMap(([name, member]) => untranslated(member, `${pointer}/${name}`))
}

/** Whole as an agency's own procedure has to be: all of it, but for what came from a list and has no form yet. */
const whole = (record: JsonObject, schema: JsonObject | undefined): readonly Finding[] => {
  const isListed = record['listedBy'] !== undefined
  if (isListed && !schema) return []
  const open = OWED.filter((name) => isEmpty(record[name])).map((name) => finding(at(`/${name}`), 'absent', name))
  // A list is in Vietnamese alone: its texts are shown as Vietnamese on English pages until somebody translates them.
  return isListed ? [...open.filter(({ pointer }) => pointer === '/channels'), ...owedRules(record)] : [...open, ...owedTexts(record), ...owedRules(record), ...untranslated(record, '')]
}

/** A form that is filled in and sent here is level 3 by law: who looks for what can be done online must find it. */
const levelLow = (record: JsonObject, schema: JsonObject | undefined): readonly Finding[] => {
  const grades = objects(record['levels']).filter(({ scheme }) => scheme === 'nd-43-2011').map(({ grade }) => Number(grade))
  return schema && grades.length > 0 && Math.max(...grades) < 3 ? [finding(at('/levels'), 'levelLow')] : []
}

const inOrder = (rules: readonly JsonObject[], pointer: string): readonly Finding[] => rules.flatMap((rule, i) => {
  const isLast = i === rules.length - 1
  if (isLast && rule['when'] !== undefined) return [finding(at(`${pointer}/${i}/when`), 'lastRule')]
  return !isLast && rule['when'] === undefined && rule['case'] === undefined ? [finding(at(`${pointer}/${i}`), 'deadRule')] : []
})

const conditions = (rules: readonly JsonObject[], schema: JsonObject | undefined, pointer: string): readonly Finding[] =>
  rules.flatMap((rule, i) => (rule['when'] === undefined || !schema ? [] : checkCondition(rule['when'], schema, at(`${pointer}/${i}/when`))))

/** Of several rules without a condition none decides, where there are no answers to decide by: a list tells them one after the other. */
const channels = (record: JsonObject, schema: JsonObject | undefined): readonly Finding[] => objects(record['channels']).flatMap((channel, i) =>
  ['limits', 'fees'].flatMap((group) => {
    const rules = objects(channel[group])
    const pointer = `/channels/${i}/${group}`
    return [...(record['listedBy'] !== undefined && !schema ? [] : inOrder(rules, pointer)), ...conditions(rules, schema, pointer)]
  }))

const uniqueIds = (components: readonly JsonObject[]): readonly Finding[] => components.flatMap((component, i) =>
  components.findIndex((other) => other['id'] === component['id']) < i ? [finding(at(`/components/${i}/id`), 'duplicate', String(component['id']))] : [])

const chosenBy = (record: JsonObject, schema: JsonObject | undefined): readonly Finding[] => {
  const pointer = isObject(record['agency']) ? record['agency']['chosenBy'] : undefined
  if (typeof pointer !== 'string' || !schema) return []
  const found = pointer.slice(1).split('/').reduce<Json | undefined>((node, name) => (isObject(node) && isObject(node['properties']) ? node['properties'][name] : undefined), schema)
  return found === undefined ? [finding(at('/agency/chosenBy'), 'property', pointer)] : []
}

/** procedure.json by itself, and what it says of the answers of the form (`schema`, $refs expanded). */
export const checkProcedure = (record: Json, schema: JsonObject | undefined): readonly Finding[] => {
  if (!isObject(record)) return shape(record)
  const components = objects(record['components'])
  return [...shape(record), ...whole(record, schema), ...levelLow(record, schema), ...channels(record, schema), ...uniqueIds(components), ...conditions(components, schema, '/components'), ...chosenBy(record, schema), ...unfinishedAt(record).map((pointer) => warning(at(pointer), 'unfinished', pointer))]
}
