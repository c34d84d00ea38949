import { codeListsOf } from '../../forms/fields/address/code-lists.ts'
import type { CodeLists } from '../../forms/index.ts'
import { addressDatabase } from '../journeys/fill.ts'

const byProvince = codeListsOf(addressDatabase)

/** All communes, in memory: what the functions read from their bundle. */
export const communeLists: CodeLists = {
  communes: (province) => byProvince[province]?.communes ?? [],
  formerCommunes: (province) => byProvince[province]?.formerCommunes ?? [],
}
