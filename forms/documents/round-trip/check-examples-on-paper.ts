import { FILES, finding, type Place } from '../../authoring/finding.ts'
import type { Says } from '../../authoring/sentences.ts'
import type { Finding } from '../../authoring/source.ts'
import type { FormModel, RuleContext } from '../../engine/form-model.ts'
import { normaliseAnswers } from '../../engine/normalise.ts'
import type { Answers, Json } from '../../engine/json.ts'
import { isObject } from '../../engine/pointer.ts'
import { prune } from '../../engine/prune.ts'
import { compileTemplate } from '../fill/compile-template.ts'
import type { Known } from '../fill/known-facts.ts'
import type { Template } from '../fill/template.ts'
import type { WordForm } from '../hole.ts'
import type { WordMap } from '../word-map.ts'
import { checkRoundTrip, type RoundTripFault } from './check-round-trip.ts'
import { PAPER_SENTENCES } from './paper-sentences.ts'

export type Paper = { readonly docx: Uint8Array; readonly word: WordForm; readonly map: WordMap; readonly form: FormModel; readonly examples: Json; readonly context: RuleContext }

type Example = { readonly name: string; readonly answers: Answers }

const validExamples = (examples: Json): readonly Example[] => {
  const valid = isObject(examples) ? examples['valid'] : undefined
  return (Array.isArray(valid) ? valid : []).flatMap((one) => (isObject(one) && isObject(one['answers']) ? [{ name: String(one['name']), answers: one['answers'] }] : []))
}

const quoted = (text: string): string => (text === '' ? '–' : `"${text}"`)

const tried = (place: Place, says: Says): Finding => ({ ...place, severity: 'error', ...says })

const tell = (fault: RoundTripFault, name: string, map: WordMap): Finding => {
  if (fault.what === 'outside') return tried({ file: FILES.word, pointer: '' }, PAPER_SENTENCES.changedPaper(name, fault.part))
  if (fault.what === 'unprinted') return finding({ file: FILES.map, pointer: '/unprinted' }, 'neverPrinted', name, fault.answer)
  if (fault.what === 'part') return finding({ file: FILES.map, pointer: '/unprinted' }, 'neverPrinted', `${name}: ${fault.wanted}`, fault.answer)
  const at = map.holes.findIndex(({ n }) => n === fault.n)
  return tried({ file: FILES.map, pointer: at === -1 ? '/holes' : `/holes/${at}` }, PAPER_SENTENCES.lostAnswer(name, `${fault.n} ${fault.label}: ${quoted(fault.wanted)} ≠ ${quoted(fault.read)}`))
}

/** As if it were submitted: what the system writes must be readable, too. */
const SUBMITTED: Known = { agency: 'Ủy ban nhân dân phường Ba Đình, thành phố Hà Nội', agencyPlace: 'phường Ba Đình, thành phố Hà Nội', place: 'Ba Đình', submittedOn: '2026-07-14', code: 'H26-260714-0001' }

const withTemplate = (paper: Paper, template: Template): readonly Finding[] => validExamples(paper.examples).flatMap(({ name, answers }) => {
  const whole = prune(paper.form, normaliseAnswers(paper.form, answers, paper.context))
  return checkRoundTrip({ docx: paper.docx, template, form: paper.form, answers: whole, lists: paper.context.lists, known: SUBMITTED }).map((fault) => tell(fault, name, paper.map))
})

/** Every valid example on the agency's paper and read back: the linter's last word on a map. Throws PackageError where docx is no .docx. */
export const checkExamplesOnPaper = (paper: Paper): readonly Finding[] => withTemplate(paper, compileTemplate({ docx: paper.docx, form: paper.word, map: paper.map }))
