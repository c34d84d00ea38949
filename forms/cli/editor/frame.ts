import { html, raw, type Html } from '../../view/html.ts'
import type { Desk } from './desk.ts'
import { WORDS } from './words.ts'

const NAV = [['/', 'form'], ['/niem-yet', 'facts']] as const

const navHtml = (here: string, { say }: Desk): Html => html`<nav aria-label="dvc edit"><ul>${NAV.map(([href, word]) => html`<li><a href="${href}"${here === href ? raw(' aria-current="page"') : ''}>${say(word)}</a></li>`)}
<li><form method="post" action="/xem-thu"><button>${say('view')}</button></form></li><li><form method="post" action="/hoan-tac"><button>${say('undo')}</button></form></li></ul></nav>`

/** A whole page. `here`: the address that the navigation marks. */
export const framed = (desk: Desk, { title, here, main }: { readonly title: string; readonly here: string; readonly main: Html }): string => {
  const called = desk.work.record['title']
  const name = typeof called === 'object' && called !== null && !Array.isArray(called) ? String(called[desk.lang] ?? '') : ''
  return html`<!doctype html>
<html lang="${desk.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – ${name}</title><link rel="stylesheet" href="/style.css"><link rel="icon" href="data:,"></head>
<body><header><p><b>${String(desk.work.record['code'] ?? '')}</b> ${name}</p>${navHtml(here, desk)}</header>
<main>${main}</main></body></html>
`.html
}

/** A page without a desk: the folder cannot be read, or the thing is not there. */
export const bare = (lang: 'vi' | 'en', title: string, text: string): string => html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="stylesheet" href="/style.css"></head>
<body><main><h1>${title}</h1><p>${text}</p><p><a href="/">${WORDS.back[lang]}</a></p></main></body></html>
`.html
