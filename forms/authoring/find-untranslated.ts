import type { Json } from '../engine/json.ts'
import { isObject } from '../engine/pointer.ts'
import { FILES, warning } from './finding.ts'
import type { Finding } from './source.ts'

const AT = { file: FILES.schema, pointer: '' }
const SHOWN = 3

/** Letters that no English word has: a draft lets Vietnamese stand where it knows no English. */
const MARKED = /[\u0300-\u036f]|đ/i

const untranslated = (node: Json): readonly string[] => {
  if (Array.isArray(node)) return node.flatMap(untranslated)
  if (!isObject(node)) return []
  const english = node['x-dvc-en']
  const here = isObject(english) ? Object.entries(english).flatMap(([keyword, en]) => (typeof en === 'string' && en === node[keyword] && MARKED.test(en.normalize('NFD')) ? [en] : [])) : []
  return [...here, ...Object.entries(node).flatMap(([name, member]) => (name === 'x-dvc-en' ? [] : untranslated(member)))]
}

/** English of a form that is still its Vietnamese: told once, and no reason to stop publishing. */
export const findUntranslated = (schema: Json): readonly Finding[] => {
  const texts = [...new Set(untranslated(schema))]
  return texts.length === 0 ? [] : [warning(AT, 'stillVietnamese', String(texts.length), texts.slice(0, SHOWN).map((text) => `"${text}"`).join(', '))]
}
