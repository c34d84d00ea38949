import type { Answers, Field, FormModel, Json, JsonObject } from '../../../forms/index.ts'

/** Seeded pseudo-random numbers (mulberry32): a failing seed is the whole report. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Random = () => number
const pick = <Item>(random: Random, items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item

const TEXTS = ['Nguyễn Văn An', 'a', '', '  hai  khoảng ', 'Nguyễn'.normalize('NFD'), '０１２３', 'x\u00a0y', '001090012345', '079194004321', '0912345678', '2020-02-29', '2021-02-29', '1990', '-1', 'a@vidu.vn', 'B1234567', '0100109106', 'male', 'yes', 'x'.repeat(600), '<b>', '__proto__']
const NUMBERS = [0, 1, 2, 3, 12, -1, 1.5, 1e9, 1e15, 100_000_000]
const WRONG: readonly Json[] = [null, true, false, 7, 'chữ', [], {}, [{}], ['x'], { province: 1 }]

const valueOfKind: Readonly<Record<string, (random: Random, field: Field) => Json>> = {
  number: (random) => pick(random, NUMBERS),
  // VND has no parts: what is typed with a comma stays as typed.
  money: (random) => pick(random, NUMBERS.filter(Number.isInteger)),
  'yes-no': (random) => random() < 0.5,
  // An unticked box posts nothing: false is no answer that a page can give.
  declaration: () => true,
  date: (random) => pick(random, ['1990-01-30', '1994-03-11', '2024-02-29', '2026-11-22', '2030-01-01', '2020-13-45', 'hôm qua']),
  'partial-date': (random) => pick(random, ['1990', '1990-05', '1990-05-20', '19', '2020-02-30']),
  checkboxes: (random, field) => (field.options ?? []).filter(() => random() < 0.4).map((option) => option.value),
  country: (random) => pick(random, ['VN', 'JP', 'XX']),
  ethnicity: (random) => pick(random, ['01', '54', '99']),
  'identity-number': (random) => pick(random, ['001090012345', '079194004321', '001194004321', '123456789', '12']),
  address: (random) => pick<Json>(random, [{ province: '01', commune: '00004' }, { province: '01', commune: '00004', detail: 'Số 1' }, { province: '79', commune: '00004', detail: 'x' }, { province: '01', typed: 'Phường Ba Đình' }, { province: '01' }, {}]),
  'identity-document': (random) => pick<Json>(random, [{ type: 'cccd', number: '001090012345', issuedOn: '2021-05-20', issuedBy: 'Cục Cảnh sát' }, { type: 'passport' }, {}]),
}

const leaf = (random: Random, field: Field): Json => {
  if (field.options && field.kind !== 'checkboxes' && random() < 0.9) return pick(random, field.options).value
  return (valueOfKind[field.kind] ?? (() => pick(random, TEXTS)))(random, field)
}

export type Style = { /** Chance that a field is left out. */ readonly missing: number; /** Chance that a value is of no right type. */ readonly wrong: number }

const value = (random: Random, field: Field, style: Style): Json => {
  if (random() < style.wrong) return pick(random, WRONG)
  if (field.kind === 'fieldset') return object(random, field.children ?? [], style)
  if (field.kind === 'repeating-group') return Array.from({ length: Math.floor(random() * 4) }, () => object(random, field.children ?? [], style))
  return leaf(random, field)
}

const object = (random: Random, fields: readonly Field[], style: Style): JsonObject => {
  const out: JsonObject = {}
  for (const field of fields) if (random() >= style.missing) out[field.name] = value(random, field, style)
  return out
}

const section = (random: Random, form: FormModel, style: Style): Answers => {
  const out: Answers = {}
  for (const one of form.sections) {
    const isRoot = one.name === '' || one.fields[0]?.pointer === `/${one.name}`
    if (isRoot) Object.assign(out, object(random, one.fields, style))
    else if (random() >= style.missing / 3) out[one.name] = random() < style.wrong / 3 ? pick(random, WRONG) : object(random, one.fields, style)
  }
  return out
}

const paths = (node: Json, path: readonly string[] = []): readonly (readonly string[])[] => {
  if (typeof node !== 'object' || node === null) return [path]
  return [...(path.length > 0 ? [path] : []), ...Object.entries(node).flatMap(([name, member]) => paths(member, [...path, name]))]
}

/** Changes one place of good answers: takes it out, or puts another value of the form's own vocabulary there. */
const mutate = (random: Random, answers: Answers, other: Answers, style: Style): Answers => {
  const copy: Answers = structuredClone(answers)
  const all = paths(copy)
  if (all.length === 0) return copy
  const path = pick(random, all)
  const name = path.at(-1) ?? ''
  const parent = path.slice(0, -1).reduce<Json>((node, part) => (node as JsonObject)[part] ?? {}, copy) as JsonObject
  const donor = path.slice(0, -1).reduce<Json>((node, part) => (typeof node === 'object' && node !== null ? ((node as JsonObject)[part] ?? {}) : {}), other) as JsonObject
  const replacement = random() < style.wrong * 3 ? pick(random, WRONG) : typeof donor === 'object' && donor !== null ? donor[name] : undefined
  if (random() < 0.4 || replacement === undefined) { if (Array.isArray(parent)) parent.splice(Number(name), 1); else delete parent[name] } else parent[name] = replacement
  return copy
}

/** One set of answers: sometimes made from the form alone, mostly a good example with a few places changed. */
export const generate = (seed: number, form: FormModel, valid: readonly Answers[], style: Style = { missing: 0.15, wrong: 0.05 }): Answers => {
  const random = randomFrom(seed)
  const made = section(random, form, style)
  const base = valid.length > 0 && random() < 0.7 ? pick(random, valid) : made
  return Array.from({ length: Math.floor(random() * 5) }).reduce<Answers>((answers) => mutate(random, answers, made, style), base)
}

