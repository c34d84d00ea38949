import type { Start } from '../start.ts'

/** Links of a list lead where the host wants them (`href="/dich-vu?thu-tuc={code}"`), else to the portal. */
export const fitList = ({ element, emit }: Start, page: HTMLElement): void => {
  const pattern = element.getAttribute('href')
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[href*="/thu-tuc/"]')) {
    const procedure = /\/thu-tuc\/([^/]+)/.exec(link.getAttribute('href') ?? '')?.[1] ?? ''
    if (pattern) {
      link.href = new URL(pattern.replace('{code}', encodeURIComponent(procedure)), document.baseURI).href
      link.target = '_self'
    }
    link.addEventListener('click', (event) => { if (!emit(element, 'dvc:choose', { procedure })) event.preventDefault() })
  }
}
