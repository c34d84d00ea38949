import { ask, hearPolicy, policyAdvice } from './ask.ts'
import { dress, makeBox, type Box } from './box.ts'
import { complain } from './complain.ts'
import { emit } from './events.ts'
import { localPath } from './local-path.ts'
import { recall } from './memory.ts'
import { built, portalOf, textFor } from './portal.ts'
import type { Inside, KindName, OpenInside, Start } from './start.ts'

const attribute = (element: HTMLElement, name: string): string => encodeURIComponent(element.getAttribute(name)?.trim() ?? '')

/** Path of an element's first page; undefined = an attribute is missing. */
const firstPath = (element: HTMLElement, kind: KindName): string | undefined => {
  const [draft, procedure] = [attribute(element, 'draft'), attribute(element, 'procedure')]
  if (kind === 'list') return localPath(element, `/?co-quan=${attribute(element, 'agency')}&linh-vuc=${attribute(element, 'field')}&muc-do=${attribute(element, 'level')}`)
  if (draft !== '') return localPath(element, `/ho-so/${draft}/tiep-tuc`)
  return procedure === '' ? undefined : localPath(element, `/thu-tuc/${procedure}/nop`)
}

const loaded = new Map<string, Promise<OpenInside>>()
let failures = 0

const load = (portal: string): Promise<OpenInside> => {
  const made = loaded.get(portal) ?? import(`${portal}${built().js}${failures ? `#${failures}` : ''}`).then(({ open }: { readonly open: OpenInside }) => open)
  loaded.set(portal, made)
  // Not kept: the next try asks again, under another name, since browsers remember what they could not import.
  made.catch(() => { failures += 1; loaded.delete(portal) })
  return made
}

/** Style and script of a page that blocks them, or is offline: said to who reads the page and to who owns it. */
const loadInside = async (element: HTMLElement, box: Box, portal: string): Promise<OpenInside | undefined> => {
  const policy = hearPolicy(portal)
  try {
    return await load(portal)
  } catch (error) {
    const directive = await policy.directive()
    box.warn(textFor(element, directive ? 'blocked' : 'offline'), directive ? undefined : () => element.dispatchEvent(new Event('dvc:again')))
    return void complain(element, directive ? 'blocked-by-csp' : 'offline', directive ? policyAdvice(directive, portal) : String(error))
  } finally {
    policy.stop()
  }
}

/** Draws the element's frame, and asks at once for its first page, its styles and the script that shows them. */
export const openElement = async (element: HTMLElement, kind: KindName, box: Box): Promise<Inside | undefined> => {
  const path = firstPath(element, kind)
  if (path === undefined) return void complain(element, 'misconfigured', 'the attribute "procedure" is missing')
  const portal = portalOf(element)
  const place = kind === 'form' ? recall(`dvc ${portal} ${element.getAttribute('procedure')}`) : undefined
  const first = ask({ url: new URL(place?.path ?? path, portal), ...(place && { token: place.token }) })
  void dress(box, portal).then((advice) => { if (advice) complain(element, 'blocked-by-csp', advice) })
  const open = await loadInside(element, box, portal)
  const start: Start = { element, kind, portal, box, path, place, first, ask, complain, emit, textFor }
  return open?.(start)
}

export const newBox = (element: HTMLElement): Box => {
  const box = makeBox(element, portalOf(element))
  box.frame.dataset['theme'] = element.getAttribute('theme') ?? ''
  return box
}
