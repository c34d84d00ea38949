/**
 * Stands in the publish job's bundle for forms/fields/phone/number.ts and the numbering plans behind it (118 KB): the job compiles
 * forms, and no answer ever comes there. `functions/build.ts` puts it there.
 */
const notHere = (): never => { throw new Error('The publish job looks at no answers') }

export const normalisePhone = notHere
export const isPhone = notHere
export const phoneText = notHere
