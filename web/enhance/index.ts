import { enhance } from './enhance.ts'

enhance({
  root: document.documentElement,
  ended: new AbortController().signal,
  parse: (html) => new DOMParser().parseFromString(html, 'text/html'),
})
