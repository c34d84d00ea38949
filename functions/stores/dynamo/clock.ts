import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { ClockStore } from '../../core/sandbox-clock.ts'
import { calling } from '../failures.ts'
import { clockKey } from './keys.ts'
import { getItem, type Table } from './table.ts'

/** The moved clock of a sandbox: one item, which a production table never has and never is asked for. */
export const dynamoClockStore = (at: Table): ClockStore => ({
  ahead: async () => Number((await getItem(at, clockKey()))?.['aheadMs'] ?? 0),
  setAhead: (aheadMs) => calling(async () => { await at.client.send(new PutCommand({ TableName: at.table, Item: { ...clockKey(), aheadMs } })) }),
})
