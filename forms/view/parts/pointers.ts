/** `/members/0/fullName` -> `members.0.fullName`: names of inputs are dotted pointers. */
export const nameOfPointer = (pointer: string): string => pointer.slice(1).split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')).join('.')

/** Id of the first input of a name: `f-members-0-fullName`. */
export const idOfName = (name: string): string => `f-${name.replaceAll('.', '-')}`

/** Puts row numbers in the place of `*`, in order. */
export const concretePointer = (pointer: string, rows: readonly number[]): string => {
  let next = 0
  return pointer.replace(/\*/g, () => String(rows[next++] ?? '*'))
}
