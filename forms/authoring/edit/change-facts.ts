import { UNFINISHED } from '../unfinished.ts'
import { englishLabel } from '../../documents/draft/english.ts'
import { pageSlug } from '../../documents/draft/names.ts'
import type { Json, JsonObject, Text } from '../../engine/json.ts'
import { isObject, valueAt, withValueAt } from '../../engine/pointer.ts'
import { writeAsked } from './cases.ts'
import { choicesOfForm } from './conditions.ts'
import { BY_HAND, factGroups, listAt, type Fact } from './facts.ts'
import { shown, shownText, titleIn } from './shown-facts.ts'
import { clean, says, type Changed, type Work, type Wrong } from './work.ts'

/** What was typed in the control of this name. */
export type Typed = (name: string) => string

const linesOf = (text: string): readonly string[] => text.split('\n').map(clean)
/** English that is not known is left open: the linter asks for it. */
const bothOf = ({ vi, en }: Text): Text => ({ vi, en: en || (englishLabel(vi) ?? '') })

/** Texts of several lines; the English of a line stands in the same line of the other box. */
const linesIn = ({ vi, en }: Text): readonly Text[] => {
  const english = linesOf(en)
  return linesOf(vi).map((line, i) => ({ vi: line, en: english[i] ?? '' })).filter((text) => text.vi !== '')
}

const pairOf = ({ vi, en }: Text): JsonObject => {
  const [number = '', ...name] = vi.includes('|') ? vi.split('|') : ['', vi]
  const title = clean(name.join('|'))
  return { number: clean(number), title: { ...bothOf({ vi: title, en: clean(en.split('|').at(-1) ?? '') }) } }
}

const UPLOAD = { accept: ['pdf', 'jpg', 'png'], maxBytes: 10_485_760, maxFiles: 10 }

/** '' for no condition; what was written by hand stays. */
const whenValue = (schema: JsonObject, key: string, before: Json | undefined): Json | undefined => {
  if (key === BY_HAND) return before
  const choice = choicesOfForm(schema).find((one) => one.key === key)
  return choice && writeAsked(choice.asked)
}

const choiceValue = ({ pointer }: Fact, typed: string, { schema, before }: Before): Json | undefined => {
  if (pointer.endsWith('/when')) return whenValue(schema, typed, before)
  if (!pointer.endsWith('/upload')) return typed
  if (typed === 'none') return undefined
  return { ...UPLOAD, ...(isObject(before) ? before : {}), required: typed === 'required' }
}

/** A line that an entry of the list still says keeps all else that the entry says (the code of a result, the day of a law). */
const keptEntry = (before: Json | undefined, next: JsonObject): JsonObject => {
  const same = (Array.isArray(before) ? before : []).find((one) => isObject(one) && JSON.stringify(shownText(titleIn(one)).vi) === JSON.stringify(shownText(titleIn(next)).vi))
  return isObject(same) ? { ...same, ...next } : next
}

/** What a fact was, and the form that it may hang on. */
type Before = { readonly schema: JsonObject; readonly before: Json | undefined }

const valueOf = (fact: Fact, typed: Text, was: Before): Json | undefined => {
  const { before } = was
  if (fact.fact === 'number') return typed.vi === '' ? null : Number(typed.vi.replaceAll(/[.\s]/g, ''))
  if (fact.fact === 'choice') return choiceValue(fact, typed.vi, was)
  if (fact.fact === 'line') return clean(typed.vi)
  if (fact.fact === 'pairs') return linesIn(typed).map((line) => keptEntry(before, pairOf(line)))
  if (fact.fact === 'lines') return linesIn(typed).map(bothOf).map((text): Json => (fact.pointer === '/results' ? keptEntry(before, { title: { ...text } }) : { ...text }))
  const text = bothOf({ vi: clean(typed.vi), en: clean(typed.en) })
  return text.vi === '' && !(fact.owed ?? false) ? undefined : { ...text }
}

const FIGURES_ONLY = says('Chỉ ghi chữ số, ví dụ 5 hoặc 20.000.', 'Write figures only, for example 5 or 20.000.')
const ABOVE_NOUGHT = says('Ghi số lớn hơn 0.', 'Write a number above 0.')

const wrongOf = (fact: Fact, typed: Text): readonly Wrong[] => {
  const field = fact.fact === 'text' || fact.fact === 'lines' || fact.fact === 'pairs' ? `${fact.pointer}.vi` : fact.pointer
  if (fact.fact === 'choice' && !Object.hasOwn(fact.choices ?? {}, typed.vi)) return [{ field, text: says('Chọn một dòng trong danh sách.', 'Choose one from the list.') }]
  if (fact.fact === 'number' && typed.vi !== '' && !/^\d[\d.\s]*$/.test(typed.vi)) return [{ field, text: FIGURES_ONLY }]
  if (fact.fact === 'number' && fact.owed && !(Number(typed.vi.replaceAll(/[.\s]/g, '')) > 0)) return [{ field, text: ABOVE_NOUGHT }]
  return []
}

const asLines = (text: string): string => linesOf(text).join('\n')
const sameTyped = (a: Text, b: Text): boolean => asLines(a.vi) === asLines(b.vi) && asLines(a.en) === asLines(b.en)

const typedFor = ({ fact, pointer }: Fact, typed: Typed): Text => {
  const isTwo = fact === 'text' || fact === 'lines' || fact === 'pairs'
  const text = (name: string): string => typed(name).replaceAll('\r\n', '\n').trim()
  return isTwo ? { vi: text(`${pointer}.vi`), en: text(`${pointer}.en`) } : { vi: text(pointer), en: '' }
}

const newPaper = (record: JsonObject, typed: Typed): JsonObject => {
  const title = bothOf({ vi: clean(typed('paper.vi')), en: clean(typed('paper.en')) })
  const components = listAt(record, '/components')
  if (title.vi === '') return record
  const id = pageSlug(title.vi, new Set(components.map((one) => String(one['id']))))
  return { ...record, components: [...components, { id, title: { ...title }, duty: 'submit', originals: 1, copies: 0, upload: { required: true, ...UPLOAD } }] }
}

const amountIn = (text: string): number => Number(text.replaceAll(/[.\s]/g, ''))

/** Names of the controls of a case that is added to a list of limits or fees. */
export const newCase = (list: string): { readonly about: string; readonly amount: string; readonly basis: string } => ({ about: `${list}.case`, amount: `${list}.amount`, basis: `${list}.basis` })
const isLimits = (list: string): boolean => list.endsWith('/limits')

const wrongRule = (list: string, typed: Typed): readonly Wrong[] => {
  const { about, amount } = newCase(list)
  const [said, number] = [clean(typed(`${about}.vi`)), clean(typed(amount))]
  if (said === '') return number === '' ? [] : [{ field: `${about}.vi`, text: says('Ghi trường hợp mà mức này áp dụng.', 'Say which case this is for.') }]
  if (number !== '' && !/^\d[\d.\s]*$/.test(number)) return [{ field: amount, text: FIGURES_ONLY }]
  return isLimits(list) && !(amountIn(number) > 0) ? [{ field: amount, text: ABOVE_NOUGHT }] : []
}

/** What is counted like the rule for all others: its unit, and how its days are counted. */
const newRule = (list: string, general: JsonObject, typed: Typed): readonly JsonObject[] => {
  const { about, amount, basis } = newCase(list)
  const said = bothOf({ vi: clean(typed(`${about}.vi`)), en: clean(typed(`${about}.en`)) })
  if (said.vi === '') return []
  const { unit, counting } = general
  return [{ case: { ...said }, amount: clean(typed(amount)) === '' ? null : amountIn(typed(amount)), ...(unit === undefined ? {} : { unit }), ...(counting === undefined ? {} : { counting }), basis: clean(typed(basis)) }]
}

/** A list of limits or fees without the cases that were taken out, and with the one that was added before the rule for all others. */
const withRules = (record: JsonObject, list: string, typed: Typed): JsonObject => {
  const rules = listAt(record, list)
  const [general, cases] = [rules.at(-1) ?? {}, rules.slice(0, -1)]
  const kept = cases.filter((_, i) => typed(`${list}/${i}.gone`) !== 'yes')
  const added = newRule(list, general, typed)
  return kept.length === cases.length && added.length === 0 ? record : withValueAt(record, list, [...kept, ...added, general])
}

const withoutPapers = (record: JsonObject, typed: Typed): JsonObject => ({ ...record, components: listAt(record, '/components').filter((one, i) => one['isForm'] === true || typed(`/components/${i}.gone`) !== 'yes') })

/** A field that the draft had no name for gets the id of its name. */
const withFieldId = (record: JsonObject): JsonObject => {
  const title = shownText(valueAt(record, '/field/title')).vi
  return valueAt(record, '/field/id') === 'chua-ro' && title !== '' ? withValueAt(record, '/field/id', pageSlug(title, new Set())) : record
}

/** A note that the draft left open is answered by the basis beside it: most limits and fees need none. */
const withoutOpenNotes = (record: JsonObject, facts: readonly Fact[]): JsonObject => facts.filter(({ pointer }) => pointer.endsWith('/note')).reduce((now, { pointer }) => {
  const note = valueAt(now, pointer)
  const isOpen = isObject(note) && note['vi'] === UNFINISHED.vi
  return isOpen && valueAt(now, pointer.replace(/note$/, 'basis')) !== UNFINISHED.vi ? withValueAt(now, pointer, undefined) : now
}, record)

/** What was typed on the page of facts; what nobody touched stays as it is, marks of the draft included. */
export const changeFacts = (work: Work, typed: Typed): Changed => {
  const groups = factGroups(work)
  const [facts, lists] = [groups.flatMap((group) => group.facts), groups.flatMap((group) => group.lists)]
  const wrongs = [...facts.flatMap((fact) => wrongOf(fact, typedFor(fact, typed))), ...lists.flatMap((list) => wrongRule(list, typed))]
  if (wrongs.length > 0) return { wrongs }
  const record = facts.reduce((now, fact) => {
    const said = typedFor(fact, typed)
    return sameTyped(said, shown(work.record, fact)) ? now : withValueAt(now, fact.pointer, valueOf(fact, said, { schema: work.schema, before: valueAt(work.record, fact.pointer) }))
  }, work.record)
  const ruled = lists.reduce((now, list) => withRules(now, list, typed), record)
  return { work: { ...work, record: newPaper(withoutPapers(withoutOpenNotes(withFieldId(ruled), facts), typed), typed) } }
}
