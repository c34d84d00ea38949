/** A page that scripts make easier, wherever it stands. */
export type Page = {
  /** `<html>` of a page of ours, or the box in which an embedding element shows one. */
  readonly root: HTMLElement
  /** Aborted when the page is no longer shown: from then on nothing listens or sends for it. */
  readonly ended: AbortSignal
  /** Reads HTML of our server. A host with Trusted Types lets one named policy do that. */
  readonly parse: (html: string) => Document
}

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The form of a section page, or null on other pages. */
export const sectionForm = ({ root }: Page): HTMLFormElement | null => root.querySelector('form[data-form]')

/** The element of this id in the page: a host, or a second form beside it, may use the same ids. */
export const byId = ({ root }: Pick<Page, 'root'>, id: string): HTMLElement | null => root.querySelector(`#${CSS.escape(id)}`)

/** What has the focus in the tree of an element; a document sees no further than the border of a shadow tree. */
export const focusedBeside = (element: Node): Element | null => {
  const tree = element.getRootNode()
  return tree instanceof Document || tree instanceof ShadowRoot ? tree.activeElement : null
}

/** Language that the page is written in. */
export const langOf = (element: Element): string => element.closest<HTMLElement>('[lang]')?.lang ?? 'vi'

/** Wrapper of the field that an element stands in. */
export const fieldOf = (element: EventTarget | null): HTMLElement | null =>
  element instanceof Element ? element.closest<HTMLElement>('.field[data-pointer]') : null

export const controlsIn = (element: Element): readonly Control[] => [...element.querySelectorAll<Control>('input, select, textarea')]

/** The form as it would be posted by a button with this intent. */
export const bodyOf = (form: HTMLFormElement, intent: string): URLSearchParams => {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  body.set('_intent', intent)
  return body
}

/** Text of the form's data attribute with `{name}` filled in. */
export const textOf = (form: HTMLElement, key: string, params: Readonly<Record<string, string | number>> = {}): string =>
  (form.dataset[key] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
