import { parseArgs } from 'node:util'
import type { Lang } from '../engine/json.ts'
import { EXIT, Problem, type Command, type Option } from './command.ts'
import { nearest } from './nearest.ts'

export type Parsed = { readonly operands: readonly string[]; readonly values: Readonly<Record<string, string | true>> }

/** Options of every command. */
export const COMMON: readonly Option[] = [
  { name: 'json', says: { vi: 'in kết quả dạng JSON', en: 'print the result as JSON' } },
  { name: 'lang', value: 'vi|en', says: { vi: 'ngôn ngữ của thông báo (mặc định theo LC_ALL, LANG)', en: 'language of the messages (default: LC_ALL, LANG)' } },
  { name: 'progress', says: { vi: 'luôn báo tiến độ', en: 'always tell the progress' } },
  { name: 'help', short: 'h', says: { vi: 'in hướng dẫn này', en: 'print this help' } },
]

const usage = (vi: string, en: string): Problem => new Problem(EXIT.usage, { vi, en })

const unknown = (given: string, command: Command): Problem => {
  const close = nearest(given.replace(/^-+/, ''), [...command.options, ...COMMON].map(({ name }) => name))
  const [vi, en] = close === undefined ? ['', ''] : [` Có phải --${close}?`, ` Did you mean --${close}?`]
  return usage(`"dvc ${command.name}" không có tùy chọn ${given}.${vi} Xem: dvc ${command.name} --help`, `"dvc ${command.name}" has no option ${given}.${en} See: dvc ${command.name} --help`)
}

const valueOf = (option: Option, value: string | undefined): string | true => {
  if (option.value === undefined) {
    if (value !== undefined) throw usage(`--${option.name} không nhận giá trị.`, `--${option.name} takes no value.`)
    return true
  }
  if (value === undefined || value === '') throw usage(`--${option.name} cần một giá trị: --${option.name} ${option.value}`, `--${option.name} needs a value: --${option.name} ${option.value}`)
  return value
}

const configOf = (options: readonly Option[]) => Object.fromEntries(options.map(({ name, short, value }) =>
  [name, { type: value === undefined ? 'boolean' as const : 'string' as const, ...(short === undefined ? {} : { short }) }]))

/** The words behind a command -> operands and options. Throws Problem for what the command does not know. */
export const parseWords = (words: readonly string[], command: Command): Parsed => {
  const options = [...command.options, ...COMMON]
  const { tokens } = parseArgs({ args: [...words], options: configOf(options), strict: false, allowPositionals: true, tokens: true })
  const values: Record<string, string | true> = {}
  const operands: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const option = options.find(({ name }) => name === token.name)
    if (!option) throw unknown(token.rawName, command)
    values[option.name] = valueOf(option, token.value)
  }
  return { operands, values }
}

/** Throws Problem where there are too few or too many operands. */
export const checkOperands = (operands: readonly string[], command: Command): void => {
  if (operands.length >= command.least && operands.length <= command.most) return
  const line = `dvc ${command.name} ${command.operands}`
  throw operands.length < command.least
    ? usage(`Thiếu đối số. Cách gọi: ${line}`, `Something is missing. Call it as: ${line}`)
    : usage(`Thừa đối số "${operands[command.most] ?? ''}". Cách gọi: ${line}`, `"${operands[command.most] ?? ''}" is one too many. Call it as: ${line}`)
}

/** --lang, else the locale; Vietnamese unless it is English. */
export const languageOf = (asked: string | true | undefined, env: Readonly<Record<string, string | undefined>>): Lang => {
  if (asked === 'vi' || asked === 'en') return asked
  if (asked !== undefined) throw usage('--lang nhận vi hoặc en.', '--lang takes vi or en.')
  return (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').toLowerCase().startsWith('en') ? 'en' : 'vi'
}
