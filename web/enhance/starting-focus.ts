/** Moves the focus to the new row or the first opened question that the server named. */
export const startingFocus = (page: Document): void => {
  const id = page.querySelector<HTMLElement>('form[data-focus]')?.dataset['focus']
  const target = id ? page.getElementById(id) : null
  target?.focus()
  target?.closest('.field')?.scrollIntoView({ block: 'center' })
}
