import { compileForm } from '../../compile/index.ts'
import type { Hole, WordForm } from '../../documents/hole.ts'
import { compareEditions, type EditionDifference, type HoleChange } from '../../documents/mapping/compare-editions.ts'
import { readWordMap } from '../../documents/mapping/read-word-map.ts'
import type { Json, Lang, Text } from '../../engine/json.ts'
import { isObject } from '../../engine/pointer.ts'
import { EXIT, type Command } from '../command.ts'
import { readFolder } from '../folders.ts'
import { readHoles } from '../read-holes.ts'
import { readWordFile } from '../read-word-file.ts'

/** The map and the form of the procedure that the old edition belongs to. */
const knownOf = async (folder: string | undefined): Promise<Parameters<typeof compareEditions>[2]> => {
  if (folder === undefined) return undefined
  const { schema, wordMap } = await readFolder(folder)
  if (schema.state !== 'read' || wordMap.state !== 'read' || !isObject(schema.value)) return undefined
  return { map: readWordMap(wordMap.value).map, form: compileForm(schema.value) }
}

const HEADINGS = {
  appeared: { vi: 'Ô mới', en: 'Holes that appeared' }, gone: { vi: 'Ô không còn', en: 'Holes that are gone' }, moved: { vi: 'Ô đổi chỗ', en: 'Holes that moved' },
  relabelled: { vi: 'Ô đổi tên', en: 'Holes with another label' }, changed: { vi: 'Ô đổi kiểu', en: 'Holes of another kind' },
  touched: { vi: 'Câu trả lời bị ảnh hưởng, kể cả trong hồ sơ nháp đang mở', en: 'Answers that are touched, in open drafts too' },
} as const satisfies Record<string, Text>

const named = ({ n, section, label, kind }: Hole): string => `${n}. ${section === '' ? '' : `${section} › `}${label} (${kind})`
const changeOf = ({ from, to, answer }: HoleChange): string => `${named(from)} → ${named(to)}${answer === undefined ? '' : `  ${answer}`}`

const listed = ({ appeared, gone, moved, relabelled, changed, touched }: EditionDifference): Readonly<Record<keyof typeof HEADINGS, readonly string[]>> => ({
  appeared: appeared.map(named), gone: gone.map(({ hole, answer }) => `${named(hole)}${answer === undefined ? '' : `  ${answer}`}`),
  moved: moved.map(changeOf), relabelled: relabelled.map(changeOf), changed: changed.map(changeOf), touched,
})

const textOf = (difference: EditionDifference, lang: Lang): string => {
  if (difference.same) return lang === 'vi' ? 'Hai bản giống nhau: không ô nào thêm, bớt hay đổi.' : 'Both editions are the same: no hole appeared, went or changed.'
  const lists = listed(difference)
  return (Object.keys(HEADINGS) as (keyof typeof HEADINGS)[]).filter((name) => lists[name].length > 0)
    .map((name) => `${HEADINGS[name][lang]}:\n${lists[name].map((line) => `  ${line}`).join('\n')}`).join('\n')
}

const factsOf = (hole: Hole): Json => ({ n: hole.n, section: hole.section, label: hole.label, kind: hole.kind })
const changeFacts = ({ from, to, answer }: HoleChange): Json => ({ from: factsOf(from), to: factsOf(to), ...(answer === undefined ? {} : { answer }) })

const jsonOf = ({ same, appeared, gone, moved, relabelled, changed, touched, map }: EditionDifference): Json => ({
  same, appeared: appeared.map(factsOf), gone: gone.map(({ hole, answer }) => ({ ...(factsOf(hole) as object), ...(answer === undefined ? {} : { answer }) })),
  moved: moved.map(changeFacts), relabelled: relabelled.map(changeFacts), changed: changed.map(changeFacts), touched: [...touched], map: JSON.parse(JSON.stringify(map)),
})

export const diff: Command = {
  name: 'diff', operands: 'OLD.docx NEW.docx', least: 2, most: 2,
  summary: { vi: 'so hai bản của một mẫu Word', en: 'compare two editions of a Word form' },
  options: [{ name: 'procedure', value: 'FOLDER', says: { vi: 'thủ tục dùng bản cũ: cho biết câu trả lời nào bị ảnh hưởng', en: 'the procedure of the old edition: tells which answers are touched' } }],
  examples: [
    { line: 'dvc diff cu.docx moi.docx', says: { vi: 'ô nào thêm, bớt, đổi chỗ', en: 'which holes appeared, went, moved' } },
    { line: 'dvc diff 0.123456/form.docx moi.docx --procedure 0.123456 --json', says: { vi: 'kèm bản đồ ô đề nghị cho mẫu mới', en: 'with the map proposed for the new edition' } },
  ],
  run: async ({ operands: [old = '', next = ''], value, lang, progress }) => {
    const read = async (file: string): Promise<WordForm> => readHoles(file, await readWordFile(file, progress))
    const difference = compareEditions(await read(old), await read(next), await knownOf(value('procedure')))
    return { exit: difference.same ? EXIT.ok : EXIT.input, json: jsonOf(difference), text: textOf(difference, lang) }
  },
}
