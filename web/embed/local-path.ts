/** The element's own language, else that of the page around it; what is neither is read in Vietnamese. */
export const langOf = (element: HTMLElement): 'vi' | 'en' =>
  /^en\b/i.test(element.closest<HTMLElement>('[lang]')?.lang ?? '') ? 'en' : 'vi'

/** Path of a page of the portal in the element's language. */
export const localPath = (element: HTMLElement, path: string): string => (langOf(element) === 'en' ? `/en${path}` : path)
