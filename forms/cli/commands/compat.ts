import type { Change, Side } from '../../authoring/compat/change.ts'
import { compareForms } from '../../authoring/compat/compare-forms.ts'
import { tellChange } from '../../authoring/compat/sentences.ts'
import type { Json, Lang, Text } from '../../engine/json.ts'
import { EXIT, type Command } from '../command.ts'
import { readFormVersion } from '../read-form-version.ts'

const HEADINGS: readonly { readonly side: Side | undefined; readonly text: Text }[] = [
  { side: 'sender', text: { vi: 'Hỏng bên gửi câu trả lời', en: 'Breaks who sends answers' } },
  { side: 'reader', text: { vi: 'Hỏng bên đọc câu trả lời', en: 'Breaks who reads answers' } },
  { side: undefined, text: { vi: 'Không ảnh hưởng', en: 'Breaks nobody' } },
]

const SAME: Text = { vi: 'Hai bản giống nhau.', en: 'Both versions are the same.' }
const FITS: Text = { vi: 'Tương thích: hệ thống đang chạy vẫn dùng được.', en: 'Compatible: what runs now goes on running.' }
const NO_PAPERS: Text = { vi: '(Không so giấy tờ: chỉ có lược đồ câu trả lời.)', en: '(Papers were not compared: only the schema of the answers is known.)' }

const textOf = (changes: readonly Change[], papers: boolean, lang: Lang): string => {
  const groups = HEADINGS.map(({ side, text }) => ({ text, own: changes.filter(({ breaks }) => breaks === side) })).filter(({ own }) => own.length > 0)
  const verdict = changes.length === 0 ? [SAME[lang]] : changes.some(({ breaks }) => breaks !== undefined) ? [] : [FITS[lang]]
  return [...groups.map(({ text, own }) => `${text[lang]}:\n${own.map((change) => `  ${tellChange(change, lang)}`).join('\n')}`), ...verdict, ...(papers ? [] : [NO_PAPERS[lang]])].join('\n')
}

const jsonOf = (changes: readonly Change[], papers: boolean, lang: Lang): Json => ({
  compatible: changes.every(({ breaks }) => breaks === undefined), papers,
  changes: changes.map((change): Json => ({ ...JSON.parse(JSON.stringify(change)), message: tellChange(change, lang) })),
})

export const compat: Command = {
  name: 'compat', operands: 'OLD NEW', least: 2, most: 2,
  summary: { vi: 'bản mới của mẫu điện tử có làm hỏng hệ thống tích hợp không', en: 'does a new version of a form break those who integrate it' },
  options: [],
  examples: [
    { line: 'dvc compat ban-cu/1.000894 ban-moi/1.000894', says: { vi: 'hai thư mục thủ tục, kèm giấy tờ', en: 'two folders of procedures, papers too' } },
    { line: 'dvc compat schema.json https://PORTAL/api/v1/procedures/1.000894/schema', says: { vi: 'bản đã lưu với bản đang công bố; kết thúc 1 nếu hỏng', en: 'the saved one with the published one; ends with 1 if it breaks' } },
  ],
  run: async ({ operands: [old = '', next = ''], lang }) => {
    const [before, after] = [await readFormVersion(old), await readFormVersion(next)]
    const changes = compareForms(before, after)
    const papers = before.components !== undefined && after.components !== undefined
    return { exit: changes.some(({ breaks }) => breaks !== undefined) ? EXIT.input : EXIT.ok, json: jsonOf(changes, papers, lang), text: textOf(changes, papers, lang) }
  },
}
