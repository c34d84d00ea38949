import type { Lang } from '../engine/json.ts'
import type { Command, Option } from './command.ts'
import { COMMON } from './parse-call.ts'

const WORDS = {
  vi: { usage: 'Cách gọi', commands: 'Lệnh', options: 'Tùy chọn', examples: 'Ví dụ', more: 'Hướng dẫn từng lệnh: dvc LỆNH --help', exits: 'Mã thoát: 0 xong; 1 cần sửa dữ liệu vào; 2 gọi sai; 3 máy thiếu điều kiện.', about: 'dvc: từ mẫu Word của cơ quan đến tờ khai điện tử, và ngược lại.' },
  en: { usage: 'Usage', commands: 'Commands', options: 'Options', examples: 'Examples', more: 'Help for a command: dvc COMMAND --help', exits: 'Exit codes: 0 done; 1 something in the input is to be put right; 2 called wrongly; 3 this machine lacks something.', about: 'dvc: from an agency\'s Word form to an online form, and back.' },
} as const

const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}

const optionLine = ({ name, short, value, says }: Option, lang: Lang): readonly [string, string] =>
  [`${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`, says[lang]]

/** Help of one command, with examples that can be copied. */
export const commandHelp = (command: Command, lang: Lang): string => {
  const words = WORDS[lang]
  return `${command.summary[lang]}

${words.usage}: dvc ${command.name} ${command.operands} [${words.options.toLowerCase()}]

${words.options}:
${columns([...command.options, ...COMMON].map((option) => optionLine(option, lang)))}

${words.examples}:
${columns(command.examples.map(({ line, says }) => [line, says[lang]]))}

${words.exits}`
}

/** Help of all: what there is. */
export const generalHelp = (commands: readonly Command[], lang: Lang): string => {
  const words = WORDS[lang]
  return `${words.about}

${words.usage}: dvc ${lang === 'vi' ? 'LỆNH' : 'COMMAND'} …

${words.commands}:
${columns(commands.map(({ name, operands, summary }) => [`${name} ${operands}`, summary[lang]]))}

${words.more}
${words.exits}`
}
