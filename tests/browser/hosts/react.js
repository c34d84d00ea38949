import { createElement, StrictMode, useRef, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

/** A React app that embeds a form, listens to it and renders anew with every event. Strict mode mounts everything twice. */
const App = ({ portal, procedure, lang }) => {
  const form = useRef(null)
  const [said, say] = useState('')
  useEffect(() => {
    const hear = (event) => say(`${event.type} ${event.detail.page ?? event.detail.code ?? ''}`)
    const names = ['dvc:ready', 'dvc:step', 'dvc:submitted']
    for (const name of names) form.current.addEventListener(name, hear)
    const element = form.current
    return () => { for (const name of names) element.removeEventListener(name, hear) }
  }, [])
  return createElement('div', null,
    createElement('main', null,
      createElement('h1', null, 'React'),
      createElement('dvc-form', { ref: form, procedure, lang, portal }, createElement('a', { href: `${portal}/thu-tuc/${procedure}/nop` }, 'Nộp hồ sơ'))),
    createElement('footer', { id: 'said' }, said))
}

const root = document.getElementById('root')
createRoot(root).render(createElement(StrictMode, null, createElement(App, root.dataset)))
