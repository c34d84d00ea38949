import type { Json, Lang, Text } from '../engine/json.ts'

/** What a process ends with: 0 well, 1 something in the input is to be put right, 2 called wrongly, 3 this machine lacks something. */
export const EXIT = { ok: 0, input: 1, usage: 2, environment: 3 } as const
export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** A reason to stop, in both languages, with what to do next in it. */
export class Problem extends Error {
  readonly exit: Exit
  readonly text: Text
  readonly facts: { readonly [name: string]: Json }
  constructor(exit: Exit, text: Text, facts: { readonly [name: string]: Json } = {}) {
    super(text.en)
    this.exit = exit
    this.text = text
    this.facts = facts
  }
}

export type Option = {
  readonly name: string
  readonly short?: string
  /** What stands for the value in the help, e.g. 'FOLDER'; without one the option is a switch. */
  readonly value?: string
  readonly says: Text
}

/** Of every command that can go to a portal on AWS. */
export const STACK: Option = { name: 'stack', value: 'NAME', says: { vi: 'ngăn xếp AWS, thay cho cổng trên máy này (cần AWS CLI)', en: 'AWS stack, instead of the portal on this machine (needs the AWS CLI)' } }

export type Call = {
  readonly operands: readonly string[]
  /** Value of an option that takes one. */
  readonly value: (name: string) => string | undefined
  /** Was this switch given? */
  readonly has: (name: string) => boolean
  readonly lang: Lang
  /** Is the answer wanted as JSON? For commands whose effect depends on it. */
  readonly json: boolean
  /** Tells how far long work has come: on stderr, only where somebody watches. */
  readonly progress: (text: Text) => void
  readonly env: Readonly<Record<string, string | undefined>>
}

/** `json` goes to stdout with --json, `text` without. `until`: the process lives on until then (a portal that was started). */
export type Outcome = { readonly exit: Exit; readonly json: Json; readonly text: string; readonly until?: Promise<void> }

/** One verb of `dvc`: a file in cli/commands/ and a line in cli/commands.ts. */
export type Command = {
  readonly name: string
  readonly summary: Text
  /** Operands as the help prints them: 'FORM.docx', '[FOLDER…]'. */
  readonly operands: string
  readonly least: number
  readonly most: number
  readonly options: readonly Option[]
  readonly examples: readonly { readonly line: string; readonly says: Text }[]
  readonly run: (call: Call) => Promise<Outcome>
}
