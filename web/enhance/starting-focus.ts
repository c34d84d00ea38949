import { byId, type Page } from './form-page.ts'

/** Moves the focus to the new row or the first opened question that the server named. */
export const startingFocus = (page: Page): void => {
  const id = page.root.querySelector<HTMLElement>('form[data-focus]')?.dataset['focus']
  const target = id ? byId(page, id) : null
  target?.focus()
  target?.closest('.field')?.scrollIntoView({ block: 'center' })
}
