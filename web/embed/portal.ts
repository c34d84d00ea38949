import type { Built, TextName } from './built.ts'
import { langOf } from './local-path.ts'

declare const BUILT: Built

const script = document.currentScript ?? document.querySelector('script[src$="/embed.js"]')

/** Where this script came from, and with it everything else; an element may name another portal. */
const ORIGIN = script instanceof HTMLScriptElement && script.src !== '' ? new URL(script.src).origin : location.origin

export const built = (): Built => BUILT

/** Origin of the portal that an element shows forms of. */
export const portalOf = (element: HTMLElement): string => {
  const named = element.getAttribute('portal') ?? ''
  return URL.canParse(named) ? new URL(named).origin : ORIGIN
}

export const textFor = (element: HTMLElement, name: TextName): string => BUILT.texts[langOf(element)][name]
