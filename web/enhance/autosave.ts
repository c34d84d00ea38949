import { bodyOf, byId, sectionForm, textOf, type Page } from './form-page.ts'

const PAUSE = 4000

/** Keeps what was typed a few seconds after the last key, and when the page goes out of sight. Never while a word is being composed. */
export const autosave = (page: Page): void => {
  const form = sectionForm(page)
  const state = byId(page, 'save-state')
  if (!form || !state || form.dataset['autosave'] === undefined) return
  let timer = 0
  let dirty = false

  const say = (text: string, saved: boolean): void => {
    state.textContent = text
    state.classList.toggle('unsaved', !saved)
    if (saved) form.dispatchEvent(new CustomEvent('saved'))
  }
  const save = async (): Promise<void> => {
    if (!dirty) return
    dirty = false
    try {
      const answer = await fetch(form.action, { method: 'POST', body: bodyOf(form, 'autosave'), headers: { accept: 'application/json' }, keepalive: true })
      if (!answer.ok) throw new Error(String(answer.status))
      const { savedAt } = (await answer.json()) as { readonly savedAt: string }
      const time = new Intl.DateTimeFormat('vi', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(savedAt))
      if (!dirty) say(textOf(form, 'saved', { time }), true)
    } catch {
      dirty = true
      say(textOf(form, 'unsaved'), false)
    }
  }
  const later = (event: Event): void => {
    dirty = true
    clearTimeout(timer)
    if (!(event instanceof InputEvent && event.isComposing)) timer = window.setTimeout(() => void save(), PAUSE)
  }
  const on = { signal: page.ended }
  form.addEventListener('input', later, on)
  form.addEventListener('compositionend', later, on)
  form.addEventListener('unsent', later, on)
  form.addEventListener('submit', () => { clearTimeout(timer); dirty = false }, on)
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') void save() }, on)
  page.ended.addEventListener('abort', () => { clearTimeout(timer); void save() })
}
