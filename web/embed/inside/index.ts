import type { Inside, Start } from '../start.ts'
import { changeLang } from './change-lang.ts'
import { listen } from './listen.ts'
import { begin, resume, type Panel } from './panel.ts'

/** Brings an element to life: shows its first page and goes on from there. */
export const open = (start: Start): Inside => {
  const panel: Panel = { ...start, token: start.place?.token, ended: new AbortController(), busy: false }
  listen(panel)
  void begin(panel)
  return {
    pause: () => panel.ended.abort(),
    resume: () => resume(panel),
    changeLang: () => changeLang(panel),
  }
}
