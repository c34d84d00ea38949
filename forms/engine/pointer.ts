import type { Json, JsonObject } from './json.ts'

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

const escape = (part: string): string => (/[~/]/.test(part) ? part.replace(/~/g, '~0').replace(/\//g, '~1') : part)

/** Pointer of a member: ('/child', 'fullName') -> '/child/fullName'. */
export const below = (pointer: string, part: string | number): string => `${pointer}/${typeof part === 'number' ? part : escape(part)}`

/** Is this the pointer `around`, or one of what it holds? */
export const isAtOrBelow = (pointer: string, around: string): boolean => pointer === around || pointer.startsWith(`${around}/`)

/** '/child/fullName' -> ['child', 'fullName']. */
export const partsOf = (pointer: string): readonly string[] => {
  if (pointer === '') return []
  const parts = pointer.slice(1).split('/')
  return pointer.includes('~') ? parts.map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~')) : parts
}

/** '/members/0/name' -> '/members/' + '*' + '/name': the pointer that the form model knows the field by. */
export const generalPointer = (pointer: string): string => (/\/\d/.test(pointer) ? pointer.replace(/\/\d+(?=\/|$)/g, '/*') : pointer)

const memberOf = (value: Json | undefined, part: string): Json | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) return /^\d+$/.test(part) ? value[Number(part)] : undefined
  return Object.hasOwn(value, part) ? value[part] : undefined
}

/** The value at a pointer, undefined where there is none. Own members only. */
export const valueAt = (root: Json | undefined, pointer: string): Json | undefined => {
  if (pointer.includes('~')) return partsOf(pointer).reduce<Json | undefined>(memberOf, root)
  let value = root
  // Without a list of parts: this runs for every field of every page.
  for (let at = 0; at < pointer.length && value !== undefined;) {
    const next = pointer.indexOf('/', at + 1)
    const end = next === -1 ? pointer.length : next
    value = memberOf(value, pointer.slice(at + 1, end))
    at = end
  }
  return value
}

const withPart = (value: Json | undefined, parts: readonly string[], next: Json | undefined): Json => {
  const [part, ...rest] = parts
  if (part === undefined) return next ?? null
  const member = rest.length === 0 ? next : withPart(memberOf(value, part), rest, next)
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === part ? (member ?? null) : item)).concat(member !== undefined && Number(part) === value.length ? [member] : [])
  const base = isObject(value) ? value : {}
  if (member !== undefined) return { ...base, [part]: member }
  return Object.fromEntries(Object.entries(base).filter(([name]) => name !== part))
}

/** A copy of `root` with the value at `pointer` replaced; undefined takes it out. Objects on the way are made. */
export const withValueAt = (root: JsonObject, pointer: string, next: Json | undefined): JsonObject => {
  const changed = withPart(root, partsOf(pointer), next)
  return isObject(changed) ? changed : root
}
