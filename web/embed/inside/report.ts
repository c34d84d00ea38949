import type { Start } from '../start.ts'

const stepOf = (page: HTMLElement): { readonly page: string; readonly index: number; readonly count: number } => {
  const steps = [...page.querySelectorAll('.progress-wide .step')]
  const at = steps.findIndex((step) => step.querySelector('[aria-current]'))
  const slug = page.querySelector<HTMLElement>('.journey')?.dataset['page'] ?? page.dataset['path']?.split('/').at(-1) ?? ''
  return { page: slug, index: at + 1, count: steps.length }
}

/** Tells the host which page is shown, and of a receipt and of a refusal what it may know. */
export const reportPage = ({ element, complain, emit }: Start, page: HTMLElement, title: string): void => {
  const procedure = element.getAttribute('procedure') ?? ''
  const refused = page.querySelector<HTMLElement>('[data-error]')
  if (refused) return complain(element, (refused.dataset['error'] ?? '').replace(/^error\./, ''), refused.querySelector('.lead')?.textContent ?? title)
  emit(element, 'dvc:step', { procedure, title, ...stepOf(page) })
  const { code, submittedAt, dueAt } = page.querySelector<HTMLElement>('.slip')?.dataset ?? {}
  if (code) emit(element, 'dvc:submitted', { procedure, code, submittedAt: submittedAt ?? '', dueAt: dueAt ?? '' })
}
