/** A page of the journey is shown; `page` is its slug, `index` and `count` its place among the pages that these answers ask for. */
export type Step = { readonly procedure: string; readonly page: string; readonly title: string; readonly index: number; readonly count: number }

/** The dossier is submitted. No personal data, and not the key that opens it: a host may log this. Times are ISO 8601. */
export type Submitted = { readonly procedure: string; readonly code: string; readonly submittedAt: string; readonly dueAt: string }

/** `offline`, `server`, `blocked-by-csp`, `trusted-types`, `misconfigured`, or a code of the portal's errors such as `origin-not-registered`. */
export type Trouble = { readonly procedure: string; readonly code: string; readonly message: string }

/** What an element tells the page around it: CustomEvents that bubble, with these details. */
export type DvcEvents = {
  readonly 'dvc:ready': { readonly procedure: string }
  readonly 'dvc:step': Step
  readonly 'dvc:submitted': Submitted
  readonly 'dvc:error': Trouble
  /** Somebody chose a procedure of a list; `preventDefault` keeps the link from opening. */
  readonly 'dvc:choose': { readonly procedure: string }
}

declare global {
  interface HTMLElementEventMap {
    'dvc:ready': CustomEvent<DvcEvents['dvc:ready']>
    'dvc:step': CustomEvent<DvcEvents['dvc:step']>
    'dvc:submitted': CustomEvent<DvcEvents['dvc:submitted']>
    'dvc:error': CustomEvent<DvcEvents['dvc:error']>
    'dvc:choose': CustomEvent<DvcEvents['dvc:choose']>
  }
}

/** Tells the page, and in a frame the registered page around that. False where somebody prevented what would come next. */
export const emit = <Name extends keyof DvcEvents>(element: HTMLElement, name: Name, detail: DvcEvents[Name]): boolean => {
  const around = element.dataset['parent']
  if (around) parent.postMessage({ dvc: name, detail }, around)
  return element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: name === 'dvc:choose' }))
}
