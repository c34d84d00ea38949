import type { Answers, Json } from '../../forms/index.ts'
import { AppError } from './errors.ts'

/** An item of the table holds 400 KB; answers may take 300 of them, the rest is for attachments and events. */
export const ANSWERS_LIMIT = 300 * 1024

/** DynamoDB takes 32 levels; the head around the answers uses some, and no form comes near. */
const DEPTH_LIMIT = 24

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Weight of a value as the table counts it (an upper bound): small numbers in long lists weigh more there than as JSON. */
const weightOf = (value: Json): number => {
  if (typeof value === 'string') return Buffer.byteLength(value) + 1
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 3
  if (value === null || typeof value === 'boolean') return 2
  if (Array.isArray(value)) return 3 + sum(value.map((part) => weightOf(part) + 1))
  return 3 + sum(Object.entries(value).map(([name, part]) => Buffer.byteLength(name) + weightOf(part) + 1))
}

/** Bytes that a value takes in the table, an upper bound. */
export const bytesOf = (value: Json): number => Math.max(weightOf(value), Buffer.byteLength(JSON.stringify(value)))

const depthOf = (value: Json): number => (value === null || typeof value !== 'object' ? 0 : 1 + Object.values(value).reduce<number>((deepest, part) => Math.max(deepest, depthOf(part)), 0))

/** Pointer of the largest part that has a name. */
export const largest = (value: Json, pointer: string): string => {
  if (value === null || typeof value !== 'object') return pointer
  const [name, part] = Object.entries(value).sort(([, a], [, b]) => weightOf(b) - weightOf(a))[0] ?? []
  return name === undefined || part === undefined || Array.isArray(value) ? pointer : largest(part, `${pointer}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`)
}

/** True where answers would not fit into the head. */
export const areTooLarge = (answers: Answers): boolean => bytesOf(answers) > ANSWERS_LIMIT

/** Refuses answers that would not fit, naming the largest of them. */
export const checkAnswersSize = (answers: Answers): void => {
  if (areTooLarge(answers)) throw new AppError('answers-too-large', { field: largest(answers, ''), kilobytes: Math.ceil(bytesOf(answers) / 1024), limit: ANSWERS_LIMIT / 1024 })
  if (depthOf(answers) > DEPTH_LIMIT) throw new AppError('bad-json')
}
