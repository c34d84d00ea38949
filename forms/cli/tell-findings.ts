import type { Finding } from '../authoring/source.ts'
import type { Json, Lang } from '../engine/json.ts'

const WORDS = { vi: { error: 'lỗi', warning: 'lưu ý' }, en: { error: 'error', warning: 'note' } } as const

/** One finding in two lines: where, then what is wrong and what to do. */
export const findingLines = (dir: string, { file, pointer, severity, message, remedy }: Finding, lang: Lang): string =>
  `${WORDS[lang][severity]}  ${dir}/${file}${pointer === '' ? '' : `#${pointer}`}\n    ${message[lang]} ${remedy[lang]}`

export const findingJson = ({ file, pointer, severity, message, remedy }: Finding, lang: Lang): Json => ({ file, pointer, severity, message: message[lang], remedy: remedy[lang] })

export const errorsIn = (findings: readonly Finding[]): number => findings.filter(({ severity }) => severity === 'error').length
