import { allOrigins, isAllowed } from '../http/allowed-origins.ts'
import type { Request } from '../http/request.ts'
import type { Visit } from './visit.ts'

/** Where a portal that sent somebody here wants them back: `/thu-tuc/{code}/nop?tro-ve=https://…`. */
const RETURN = 'tro-ve'

const LONGEST = 1000

/** The address, if it is a page of a registered site: anything else would make us send people anywhere. */
const checked = async (text: string | undefined, { site }: Visit): Promise<string | undefined> => {
  if (text === undefined || text.length > LONGEST || !URL.canParse(text)) return undefined
  const { href, origin, username } = new URL(text)
  return username === '' && isAllowed(await allOrigins(site), origin) ? href : undefined
}

const nameOf = (id: string): string => `dvc-ve-${id}`

/** Remembers with a new draft where its owner came from; `cookie` is the draft's own, whose rules it takes. */
export const withReturn = async (visit: Visit, id: string, cookie: string): Promise<readonly string[]> => {
  const address = await checked(visit.request.query[RETURN], visit)
  return address === undefined ? [cookie] : [cookie, cookie.replace(/^[^;]+/, `${nameOf(id)}=${encodeURIComponent(address)}`)]
}

/** Where the owner of this draft came from, checked again: who was registered then may not be now. */
export const returnAddress = (visit: Visit, id: string): Promise<string | undefined> => checked(decoded(visit.request, id), visit)

const decoded = ({ cookies }: Request, id: string): string | undefined => {
  try {
    return decodeURIComponent(cookies[nameOf(id)] ?? '')
  } catch {
    return undefined
  }
}
