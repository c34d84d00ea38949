import { makeFrame, tellHeight } from './around-frame.ts'
import type { Box } from './box.ts'
import { newBox, openElement } from './open.ts'
import { built } from './portal.ts'
import type { Inside, KindName } from './start.ts'

type Opened = { readonly box: Box; readonly inside: Promise<Inside | undefined> }

const elementOf = (kind: KindName, attributes: readonly string[]): CustomElementConstructor & { readonly version: string } => class extends HTMLElement {
  static readonly version = built().version
  static readonly observedAttributes = ['lang', 'theme', ...attributes]
  #opened: Opened | undefined
  #framed = false

  connectedCallback(): void {
    this.#framed = this.hasAttribute('frame')
    if (this.#framed) makeFrame(this)
    else if (this.#opened) void this.#opened.inside.then((inside) => inside?.resume())
    else this.#open()
  }

  /** A move is a removal and a return at once: only who stays away is gone. */
  disconnectedCallback(): void {
    setTimeout(() => { if (!this.isConnected) void this.#opened?.inside.then((inside) => inside?.pause()) })
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (this.#framed && before !== now) return makeFrame(this)
    if (!this.#opened || before === now) return
    const { box, inside } = this.#opened
    if (name === 'theme') box.frame.dataset['theme'] = now ?? ''
    else if (name === 'lang') void inside.then((one) => one?.changeLang())
    else this.#open()
  }

  /** Anew: another procedure, or another try where the script could not be loaded. */
  #open(): void {
    const before = this.#opened
    before?.box.frame.remove()
    void before?.inside.then((inside) => inside?.pause())
    const box = newBox(this)
    this.#opened = { box, inside: openElement(this, kind, box) }
    tellHeight(this)
    this.addEventListener('dvc:again', () => this.#open(), { once: true })
  }
}

/** Defines what is not yet defined: a page may load this script twice, or in two versions, and the first one stays. */
export const defineElements = (): void => {
  const elements = { 'dvc-form': elementOf('form', ['procedure', 'draft']), 'dvc-procedures': elementOf('list', ['agency', 'field', 'level']) }
  for (const [name, element] of Object.entries(elements)) {
    const known = customElements.get(name)
    if (!known) customElements.define(name, element)
    // oxlint-disable-next-line no-console -- for whoever wonders which version runs
    else if ((known as { version?: string }).version !== built().version) console.warn(`<${name}> is here already, in another version: that one stays.`)
  }
}
