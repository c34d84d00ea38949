import type { Entries, Intent } from './step.ts'

const PLAIN = ['next', 'save', 'check', 'autosave'] as const
const POINTER = /^(?:\/[A-Za-z][\w-]{0,63}|\/\d{1,3}){1,12}$/

const readRow = (pointer: string): Intent | undefined => {
  const match = /^(.*)\/(\d{1,3})$/.exec(pointer)
  return match?.[1] && POINTER.test(match[1]) ? { kind: 'remove', pointer: match[1], row: Number(match[2]) } : undefined
}

const readParts = (verb: string | undefined, first: string, second: string): Intent | undefined => {
  if (verb === 'add' && POINTER.test(first)) return { kind: 'add', pointer: first }
  if (verb === 'remove') return readRow(first)
  return verb === 'copy' && POINTER.test(first) && POINTER.test(second) ? { kind: 'copy', to: first, from: second } : undefined
}

/** Value of the pressed button: 'next', 'save', 'check', 'autosave', 'add:/members', 'remove:/members/2', 'copy:/to:/from'. What is none of them goes on, as Enter in a field does. */
export const readIntent = (entries: Entries): Intent => {
  const value = entries.find(([name]) => name === '_intent')?.[1] ?? 'next'
  const plain = PLAIN.find((kind) => kind === value)
  const [verb, first = '', second = ''] = value.split(':')
  return plain ? { kind: plain } : (readParts(verb, first, second) ?? { kind: 'next' })
}
