import { kindOf } from '../fields/index.ts'
import type { PostedInputs } from '../fields/field-kind.ts'
import type { Field, Section } from './form-model.ts'
import type { Issue } from './issue.ts'
import type { Json, JsonObject } from './json.ts'
import { below } from './pointer.ts'
import { readIntent } from './read-intent.ts'
import { isRootSection } from './section.ts'
import type { Entries, Intent } from './step.ts'

/** What a post says, before it is normalised. */
export type PostReading = {
  /** Answers from the root (`{applicant: {…}}`, or loose scalars), of this section and of fields that were on the page only. */
  readonly answers: JsonObject
  readonly intent: Intent
  /** Concrete pointers of the fields whose inputs were in the post; of repeating groups, too. */
  readonly shown: ReadonlySet<string>
  /** Names that this page never asked for (code 'unknown'). Nothing of them is kept. */
  readonly issues: readonly Issue[]
}

/** A person cannot add more by hand; a program that tries is cut short before it costs anything. */
const MAX_ROWS = 200
const MAX_ENTRIES = 5_000
const FORBIDDEN = new Set(['__proto__', 'prototype', 'constructor'])

/** Posted names as a tree: 'members.0.fullName' -> members -> 0 -> fullName. Without prototypes, so no name is special. */
type Tree = { values: string[]; readonly parts: Map<string, Tree> }
const leaf = (): Tree => ({ values: [], parts: new Map() })

const grow = (entries: Entries): { readonly tree: Tree; readonly refused: readonly string[] } => {
  const tree = leaf()
  const refused: string[] = []
  for (const [name, value] of entries.slice(0, MAX_ENTRIES)) {
    if (name.startsWith('_') && !name.startsWith('__')) continue
    const parts = name.split('.')
    if (name === '' || parts.length > 12 || parts.some((part) => part === '' || FORBIDDEN.has(part))) { refused.push(name); continue }
    let node = tree
    for (const part of parts) {
      const next = node.parts.get(part) ?? leaf()
      node.parts.set(part, next)
      node = next
    }
    node.values.push(value)
  }
  return { tree, refused }
}

type Reader = { readonly shown: Set<string>; readonly used: Set<Tree> }

const postedOf = (field: Field, node: Tree, reader: Reader): PostedInputs => {
  const posted: [string, readonly string[]][] = []
  for (const suffix of kindOf(field.kind).inputs) {
    const input = suffix === '' ? node : node.parts.get(suffix)
    if (!input || input.values.length === 0) continue
    reader.used.add(input)
    posted.push([suffix, input.values])
  }
  return Object.fromEntries(posted)
}

const readRows = (field: Field, node: Tree, pointer: string, reader: Reader): Json | undefined => {
  reader.used.add(node)
  reader.shown.add(pointer)
  const numbers = [...node.parts.keys()].filter((key) => /^\d{1,3}$/.test(key)).map(Number).filter((row) => row < MAX_ROWS).sort((a, b) => a - b)
  const rows = numbers.map((number, row) => readObject(field.children ?? [], node.parts.get(String(number)) ?? leaf(), `${pointer}/${row}`, reader))
  return rows.length === 0 ? undefined : rows
}

const readField = (field: Field, node: Tree, pointer: string, reader: Reader): Json | undefined => {
  if (field.kind === 'repeating-group') return readRows(field, node, pointer, reader)
  if (field.kind === 'fieldset') return readObject(field.children ?? [], node, pointer, reader)
  const posted = postedOf(field, node, reader)
  if (Object.keys(posted).length === 0) return undefined
  reader.shown.add(pointer)
  return kindOf(field.kind).read(posted, field)
}

const readObject = (fields: readonly Field[], node: Tree, pointer: string, reader: Reader): JsonObject => {
  const out: JsonObject = {}
  for (const field of fields) {
    const part = node.parts.get(field.name)
    const value = part ? readField(field, part, below(pointer, field.name), reader) : undefined
    if (value !== undefined) out[field.name] = value
  }
  return out
}

const unusedNames = (node: Tree, name: string, used: ReadonlySet<Tree>): readonly string[] => [
  ...(node.values.length > 0 && !used.has(node) ? [name] : []),
  ...[...node.parts].flatMap(([part, inner]) => unusedNames(inner, name === '' ? part : `${name}.${part}`, used)),
]

const readSection = (section: Section, tree: Tree, reader: Reader): JsonObject => {
  if (isRootSection(section)) return readObject(section.fields, tree, '', reader)
  return { [section.name]: readObject(section.fields, tree.parts.get(section.name) ?? leaf(), `/${section.name}`, reader) }
}

/**
 * Reads a posted page of one section: names are dotted from the answers' root, rows are numbered anew from 0. Never throws
 * on what a person or a program sent; reads nothing that the section does not ask for.
 */
export const readPost = (section: Section, entries: Entries): PostReading => {
  const { tree, refused } = grow(entries)
  const reader: Reader = { shown: new Set(), used: new Set() }
  const answers = readSection(section, tree, reader)
  const names = [...refused, ...unusedNames(tree, '', reader.used)]
  const pointer = section.name === '' ? '' : `/${section.name}`
  const issues = names.slice(0, 20).map((name): Issue => ({ pointer, code: 'unknown', params: { name: name.slice(0, 100) } }))
  return { answers, intent: readIntent(entries), shown: reader.shown, issues }
}
