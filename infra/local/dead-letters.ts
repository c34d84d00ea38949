import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Told } from './runtime.ts'
import type { Value } from './template.ts'

/** An event that failed all its tries: where it would be queued, which function refused it, why. ARNs throughout. */
export type DeadLetter = { readonly queue: string; readonly target: string; readonly tries: number; readonly reason: string; readonly event: Value }

export type Bury = (letter: DeadLetter) => void

const lastPart = (arn: string): string => arn.split(':').at(-1) ?? arn

/** Stands for the dead-letter queues: a folder each under `<data>/dead-letters`, a file a letter, and a sentence to whoever watches. */
export const deadLetterFolder = (data: string, told: Told): Bury => (letter) => {
  const folder = join(data, 'dead-letters', lastPart(letter.queue) || 'no-queue')
  const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.json`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, `${JSON.stringify({ ...letter, queue: lastPart(letter.queue), target: lastPart(letter.target) }, null, 2)}\n`)
  told(`${lastPart(letter.target)} failed ${letter.tries} times (${letter.reason}); its event is kept in ${file}`)
}
