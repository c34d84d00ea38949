import type { HoleKind } from '../hole.ts'
import type { Slot } from './find-slots.ts'
import type { Paragraph } from './paper.ts'

/** One thing to write on: a slot of a paragraph, blank paper at its end (for a cross, where it has words of its own), or a box with its words. */
export type Spot =
  | { readonly on: 'slot'; readonly paragraph: Paragraph; readonly slot: Slot }
  | { readonly on: 'gap'; readonly paragraph: Paragraph; readonly option?: string }
  | { readonly on: 'digit'; readonly paragraph: Paragraph }
  | { readonly on: 'box'; readonly paragraph: Paragraph; readonly at: number; readonly option: string }

/** A hole on its way: `spots` in reading order, each row of a repeating group a list of its own. `after`: what is printed behind it. */
export type Draft = {
  readonly label: string
  readonly section: readonly string[]
  readonly note: number | null
  /** What its note says. */
  readonly hint: string | undefined
  readonly optional: boolean
  readonly repeat: string | null
  readonly kind?: HoleKind
  readonly options?: readonly string[]
  /** What a bracket beside its dots offers to choose from. */
  readonly offered?: readonly string[]
  readonly rows: readonly (readonly Spot[])[]
  readonly after: string
  /** Words before its label in the same line: 'Nơi đăng ký khai sinh' of 'Nơi đăng ký khai sinh: Xã'. */
  readonly scope: string
  /** The heading that tells its kind where its label does not: 'Số tiền' over the row 'Vốn tư nhân'. */
  readonly measure?: string
  readonly where: string
  /** Its place among the holes: a list of boxes stands before what is asked inside it. */
  readonly order: number
}
