import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { knownFacts, type Known } from '../documents/fill/known-facts.ts'
import { fillForm } from '../documents/fill/fill-form.ts'
import { loadFonts } from '../documents/print/font/load-fonts.ts'
import { printDocument } from '../documents/print/print-document.ts'
import type { RuleContext } from '../engine/form-model.ts'
import type { Answers } from '../engine/json.ts'
import { normaliseAnswers } from '../engine/normalise.ts'
import { prune } from '../engine/prune.ts'
import type { Paper } from './read-paper.ts'

/** A paper with answers, and all else that goes on it. */
export type Filling = Paper & { readonly answers: Answers; readonly lists: RuleContext['lists']; readonly known: Known }

/** As if it were submitted today: answers as the engine keeps them, with what the record knows. */
export const fillingOf = (paper: Paper, given: Answers, context: RuleContext): Filling => {
  const answers = prune(paper.form, normaliseAnswers(paper.form, given, context))
  return { ...paper, answers, lists: context.lists, known: { ...(paper.record ? knownFacts(paper.record, answers, context.lists) : {}), submittedOn: context.today } }
}

/** The typeface comes from the package, as it does in the function that prints for citizens. */
const print = async (docx: Uint8Array, title: string): Promise<Uint8Array> => {
  const fonts = await loadFonts(dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/package.json'))))
  return printDocument(docx, { title, lang: 'vi', fonts })
}

/** The filled form as .docx, or printed as PDF. */
export const fillPaper = async (filling: Filling, as: 'docx' | 'pdf'): Promise<Uint8Array> => {
  const docx = fillForm(filling)
  return as === 'pdf' ? print(docx, filling.title) : docx
}
