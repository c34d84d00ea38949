import { foldText } from '../../engine/fold.ts'
import type { Option } from '../../engine/form-model.ts'
import GROUPS from './ethnic-groups.json' with { type: 'json' }

const codes: ReadonlySet<string> = new Set(GROUPS.map(({ code }) => code))

/** Code of the list of QĐ 121-TCTK/PPCĐ (1979): '01' Kinh … '54' Rơ-măm, '55' foreigner. */
export const isEthnicityCode = (text: string): boolean => codes.has(text)

const FOREIGNER = 'Foreign national'

/** The 54 ethnic groups in the order of the list, and 'Người nước ngoài'. Their names are the same in English. */
export const ETHNICITY_OPTIONS: readonly Option[] = GROUPS.map(({ code, name }) => ({ value: code, title: { vi: name, en: code === '55' ? FOREIGNER : name } }))

/** 'Gia-rai', 'Gia Rai' and 'GIA RAI' are one name. */
const key = (name: string): string => foldText(name).replace(/[\s\-'’]/g, '')

const exact: ReadonlyMap<string, string> = new Map(GROUPS.map(({ code, name }) => [key(name), code]))

const codesByOther = Map.groupBy(GROUPS.flatMap(({ code, others }) => others.map((other) => ({ code, other: key(other) }))), ({ other }) => other)

/** Code of a group by code, name or another name in use; undefined when the name is unknown or several groups bear it. */
export const findEthnicity = (text: string): string | undefined => {
  if (isEthnicityCode(text)) return text
  const name = key(text.replace(/^(dân tộc|người) (?!nước)/iu, ''))
  const [other, ...more] = codesByOther.get(name) ?? []
  return exact.get(name) ?? (more.length === 0 ? other?.code : undefined)
}
