export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The form of a section page, or null on other pages. */
export const sectionForm = (page: Document): HTMLFormElement | null => page.querySelector('form[data-form]')

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
