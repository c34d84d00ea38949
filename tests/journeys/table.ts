import type { Text } from '../../forms/index.ts'

/**
 * A journey as a table of pages: what a person meets with the first valid example, in order. Written by hand after the
 * official form, so that a change of the form shows here first.
 */
export type PageRow = {
  readonly slug: string
  readonly heading: Text
  /** Errors of a post with nothing filled in; 0 = the page may be left empty. */
  readonly requiredWhenEmpty: number
  /** Shown only to those whose answers ask for it. */
  readonly conditional?: boolean
}
export type Journey = { readonly code: string; readonly pages: readonly PageRow[] }
