import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answers, ProcedureRecord } from '../../forms/index.ts'

const PROCEDURES = join(import.meta.dirname, '../../forms/procedures')

export type ValidExample = { readonly name: string; readonly answers: Answers }
export type InvalidExample = ValidExample & { readonly issues: readonly { readonly pointer: string; readonly code: string }[] }
export type Examples = { readonly valid: readonly ValidExample[]; readonly invalid: readonly InvalidExample[] }

/** The examples of a procedure: tests, demo and documentation read the same file. */
export const readExamples = (code: string): Examples => JSON.parse(readFileSync(join(PROCEDURES, code, 'examples.json'), 'utf8'))

export const readRecord = (code: string): ProcedureRecord => JSON.parse(readFileSync(join(PROCEDURES, code, 'procedure.json'), 'utf8'))

/** The first valid example of a procedure: the one that journeys are walked with. */
export const firstValid = (code: string): ValidExample => {
  const [first] = readExamples(code).valid
  if (first === undefined) throw new Error(`${code} has no valid example`)
  return first
}

/** Procedures that can be applied for online, and those that are posted with their Word form alone. */
export const ONLINE = ['1.000656', '1.000894', '1.001022', '1.001193', '1.001612', '1.001731', '1.001776', '1.004194', '1.004222', '1.004873', '1.013225', '1.013978', '2.000181'] as const
export const POSTED = ['2.001098', '1.013076'] as const

export const hasWordForm = (code: string): boolean => existsSync(join(PROCEDURES, code, 'form.docx'))
