import addFormats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { sentenceOf } from '../../forms/view/parts/issues.ts'
import type { Answers } from '../../forms/index.ts'
import { asOneSection, readBenchForm } from './form.ts'
import { CONTEXT, publishOurs, type Ours } from './ours.ts'
import { compareRates } from './statistics.ts'
import { times, whole, type Row } from './table.ts'

const checkOurs = (ours: Ours, answers: Answers): readonly string[] =>
  ours.validate(answers, CONTEXT).map((issue) => sentenceOf(issue, ours.section.fields, 'vi'))

/** Validation with issues as sentences, against the bare compiled validator that stops at raw errors. */
export const benchValidate = async (): Promise<readonly Row[]> => {
  const source = await readBenchForm()
  const ours = await publishOurs(source)
  const form = asOneSection(source)
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  addFormats.default(ajv)
  const bare = ajv.compile(form.schema)
  if (!bare(form.valid) || checkOurs(ours, form.valid).length > 0) throw new Error(`the valid submission is refused: ${JSON.stringify(bare.errors)} ${checkOurs(ours, form.valid).join('; ')}`)
  if (bare(form.invalid)) throw new Error('the wrong submission is accepted')
  const sentences = checkOurs(ours, form.invalid)
  console.log(`validate: bare ajv gives ${bare.errors?.length ?? 0} errors for the wrong submission, ours ${sentences.length} sentences, e.g. ${sentences.slice(0, 3).join(' | ')}`)
  const rates = compareRates({
    ours: () => checkOurs(ours, form.valid), bare: () => bare(form.valid),
    oursWrong: () => checkOurs(ours, form.invalid), bareWrong: () => bare(form.invalid),
  })
  const ratio = rates.bare / rates.ours
  const wrongRatio = rates.bareWrong / rates.oursWrong
  return [
    { section: 'validate', what: 'validate the filled form, issues translated, against bare compiled ajv (time)', target: '<= 1.2x', measured: `${times(ratio)} (${whole(rates.ours)} of ${whole(rates.bare)} checks/s)`, ok: ratio <= 1.2 },
    { section: 'validate', what: `the same with its ${sentences.length} mistakes, each as a sentence, against raw errors`, target: '', measured: `${times(wrongRatio)} (${whole(rates.oursWrong)} of ${whole(rates.bareWrong)} checks/s)` },
  ]
}
