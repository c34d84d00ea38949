import { writeFile } from 'node:fs/promises'
import { compileValidator } from '../../compile/index.ts'
import { loadValidator } from '../../compile/load-validator.ts'
import { planStrokes, type Declared } from '../../documents/fill/plan-strokes.ts'
import { checkRoundTrip, type RoundTripFault } from '../../documents/round-trip/check-round-trip.ts'
import type { RuleContext } from '../../engine/form-model.ts'
import type { Issue } from '../../engine/issue.ts'
import type { Answers, Json, Lang } from '../../engine/json.ts'
import { allFields, sentenceOf, titleAt } from '../../view/parts/issues.ts'
import { EXIT, Problem, type Command, type Outcome } from '../command.ts'
import { ruleContext } from '../context.ts'
import { fillingOf, fillPaper } from '../fill-paper.ts'
import { readFolder } from '../folders.ts'
import { readAnswers } from '../read-answers.ts'
import { readPaper, type Paper } from '../read-paper.ts'

const LISTED = 20

const lineOf = ({ form }: Paper, issue: Issue, lang: Lang): string => `${issue.pointer}  ${titleAt(issue.pointer, allFields(form), lang)}: ${sentenceOf(issue, allFields(form), lang)}`

const refuse = (paper: Paper, issues: readonly Issue[], lang: Lang): Problem => {
  const lines = issues.slice(0, LISTED).map((issue) => lineOf(paper, issue, lang)).join('\n')
  return new Problem(EXIT.input, {
    vi: `Các câu trả lời chưa hợp lệ nên chưa ghi tệp nào (thêm --anyway để vẫn điền những gì có):\n${lines}`,
    en: `These answers are not valid, so nothing was written (add --anyway to fill in what there is):\n${lines}`,
  }, { issues: issues.map(({ pointer, code }) => ({ pointer, code })) })
}

const errorsIn = (paper: Paper, answers: Answers, context: RuleContext): readonly Issue[] =>
  loadValidator(compileValidator(paper.form).code, paper.form)(answers, context).filter(({ severity }) => severity !== 'warning')

const faultLine = (fault: RoundTripFault, lang: Lang): string => {
  if (fault.what === 'outside') return lang === 'vi' ? `Chỗ khác của mẫu bị đổi: ${fault.part}` : `The form was changed elsewhere: ${fault.part}`
  if (fault.what === 'unprinted') return lang === 'vi' ? `Không có ô nào cho ${fault.answer}` : `No hole takes ${fault.answer}`
  if (fault.what === 'part') return lang === 'vi' ? `Không ô nào ghi "${fault.wanted}" (${fault.answer})` : `No hole says "${fault.wanted}" (${fault.answer})`
  return `${fault.n} ${fault.label}: "${fault.wanted}" ≠ "${fault.read}"`
}

const outcome = (file: string, holes: number, faults: readonly RoundTripFault[], lang: Lang): Outcome => {
  const written = lang === 'vi' ? `Đã ghi ${file} (${holes} ô đã điền)` : `Wrote ${file} (${holes} holes filled)`
  const json: Json = { file, filled: holes, faults: faults.map((fault) => ({ ...fault })) }
  if (faults.length === 0) return { exit: EXIT.ok, json, text: `${written}${lang === 'vi' ? '; đọc lại trên giấy khớp mọi câu trả lời.' : '; read back, it says every answer.'}` }
  const advice = lang === 'vi' ? 'nhưng trên giấy chưa đủ; sửa form.map.json rồi chạy lại:' : 'but the paper does not say everything; mend form.map.json and run again:'
  return { exit: EXIT.input, json, text: [`${written}, ${advice}`, ...faults.map((fault) => `  ${faultLine(fault, lang)}`)].join('\n') }
}

const countFilled = (declared: Declared): number => new Set(planStrokes(declared).filter(({ strokes }) => strokes.some(({ text }) => text !== '')).map(({ hole }) => hole.n)).size

const write = (path: string, bytes: Uint8Array): Promise<void> => writeFile(path, bytes).catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error)
  throw new Problem(EXIT.input, { vi: `Không ghi được "${path}": ${reason}. Chọn nơi khác với -o.`, en: `"${path}" cannot be written: ${reason}. Choose another place with -o.` }, { file: path })
})

export const fill: Command = {
  name: 'fill', operands: 'FOLDER ANSWERS.json', least: 2, most: 2,
  summary: { vi: 'ghi câu trả lời vào mẫu Word của thủ tục', en: 'write answers into the procedure\'s Word form' },
  options: [
    { name: 'output', short: 'o', value: 'FILE', says: { vi: 'tệp .docx hoặc .pdf để ghi (mặc định: to-khai.docx)', en: '.docx or .pdf to write (default: to-khai.docx)' } },
    { name: 'anyway', says: { vi: 'vẫn điền khi câu trả lời còn thiếu hoặc sai', en: 'fill even where answers are missing or wrong' } },
  ],
  examples: [
    { line: 'dvc fill 1.001193 answers.json -o to-khai.docx', says: { vi: 'điền tờ khai', en: 'fill the form' } },
    { line: 'dvc fill 1.001193 answers.json -o to-khai.pdf', says: { vi: 'bản PDF để in', en: 'a PDF to print' } },
    { line: 'dvc fill 0.123456 answers.json --anyway --json', says: { vi: 'điền thử bản chưa đủ, kết quả dạng JSON', en: 'try an unfinished one, told as JSON' } },
  ],
  run: async ({ operands: [folder = '', file = ''], value, has, lang }) => {
    const paper = readPaper(await readFolder(folder))
    const context = await ruleContext()
    const filling = fillingOf(paper, await readAnswers(file), context)
    const errors = has('anyway') ? [] : errorsIn(paper, filling.answers, context)
    if (errors.length > 0) throw refuse(paper, errors, lang)
    const output = value('output') ?? 'to-khai.docx'
    await write(output, await fillPaper(filling, output.toLowerCase().endsWith('.pdf') ? 'pdf' : 'docx'))
    return outcome(output, countFilled(filling), checkRoundTrip(filling), lang)
  },
}
