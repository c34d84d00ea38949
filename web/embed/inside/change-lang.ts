import { localPath } from '../local-path.ts'
import { go, type Panel } from './panel.ts'

/** The shown page in the element's new language, with all that is typed: a form is posted as it stands, and nothing is stored. */
export const changeLang = (panel: Panel): void => {
  const open = panel.page?.querySelector<HTMLFormElement>('form[data-form]')
  const path = new URL(open?.action ?? panel.at ?? panel.path, panel.portal).pathname.replace(/^\/en(?=\/|$)/, '')
  const to = localPath(panel.element, path)
  if (!open) return void go(panel, { to })
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(open)) if (typeof value === 'string') body.append(name, value)
  body.set('_intent', 'check')
  void go(panel, { to, body })
}
