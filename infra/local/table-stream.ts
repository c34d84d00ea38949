import { randomUUID } from 'node:crypto'
import type { Assembly, Deployed } from './assembly.ts'
import type { Bury } from './dead-letters.ts'
import type { Written } from './dynamodb-access.ts'
import { fitsPattern } from './event-pattern.ts'
import type { Invoke } from './runtime.ts'
import { list, member, text, type Value, type Values } from './template.ts'

export type TableStream = { readonly ring: (written: readonly Written[]) => void; readonly stop: () => void }

type StreamGround = { readonly invoke: Invoke; readonly bury: Bury }

type Mapping = { readonly table: string; readonly arn: string; readonly filters: readonly Value[]; readonly push: (record: Value) => void; readonly stop: () => void }

const recordOf = (written: Written, streamArn: string, region: string, sequence: number): Values => ({
  eventID: randomUUID(), eventName: written.eventName, eventVersion: '1.1', eventSource: 'aws:dynamodb', awsRegion: region, eventSourceARN: streamArn,
  dynamodb: { ApproximateCreationDateTime: Math.floor(Date.now() / 1000), Keys: written.keys, SequenceNumber: String(sequence).padStart(21, '0'), SizeBytes: 64, StreamViewType: 'KEYS_ONLY' },
})

const filtersOf = (mapping: Deployed): Value[] => list(member(mapping.properties['FilterCriteria'], 'Filters')).map((filter): Value => JSON.parse(text(member(filter, 'Pattern'))))

const pause = (ms: number): Promise<void> => new Promise((done) => { setTimeout(done, ms) })

/** One mapping: gathers records, hands over a batch at a time, tries again, halves a bad batch, gives up as the template says. */
const runMapping = (mapping: Deployed, table: string, { invoke, bury }: StreamGround): Mapping => {
  const { properties } = mapping
  const size = Number(text(properties['BatchSize']) || 100)
  const tries = 1 + Math.min(10, Number(text(properties['MaximumRetryAttempts']) || 10))
  const target = text(properties['FunctionName'])
  const queue: Value[] = []
  const state = { busy: false, stopped: false }

  const hand = async (records: readonly Value[]): Promise<void> => {
    let reason = ''
    for (let attempt = 1; attempt <= tries && !state.stopped; attempt += 1) {
      const outcome = await invoke(target, JSON.stringify({ Records: records }))
      if (outcome.ok) return
      reason = `${outcome.errorType}: ${outcome.errorMessage}`
      if (properties['BisectBatchOnFunctionError'] === true && records.length > 1) {
        const middle = Math.ceil(records.length / 2)
        await hand(records.slice(0, middle))
        return hand(records.slice(middle))
      }
      await pause(Math.min(5000, 100 * 2 ** attempt))
    }
    if (!state.stopped) bury({ queue: text(member(properties['DestinationConfig'], 'OnFailure', 'Destination')), target, tries, reason, event: { Records: records } })
  }
  const work = async (): Promise<void> => {
    if (state.busy) return
    state.busy = true
    while (queue.length > 0 && !state.stopped) await hand(queue.splice(0, size))
    state.busy = false
  }
  return {
    table, arn: text(properties['EventSourceArn']), filters: filtersOf(mapping),
    push: (record) => { queue.push(record); setImmediate(() => void work()) },
    stop: () => { state.stopped = true },
  }
}

/** The tables' streams, told by the engine's door (dynalite has none of its own): key-only records for every successful write. */
export const runTableStreams = (assembly: Assembly, ground: StreamGround): TableStream => {
  const tables = assembly.ofType('AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table')
  const mappings = assembly.ofType('AWS::Lambda::EventSourceMapping').flatMap((mapping) => {
    const table = tables.find(({ arn }) => text(mapping.properties['EventSourceArn']).startsWith(`${arn}/stream/`))
    return table === undefined ? [] : [runMapping(mapping, table.ref, ground)]
  })
  let sequence = 0
  return {
    ring: (written) => written.forEach((write) => mappings.filter(({ table }) => table === write.table).forEach(({ arn, filters, push }) => {
      sequence += 1
      const record = recordOf(write, arn, assembly.region, sequence)
      if (filters.length === 0 || filters.some((filter) => fitsPattern(filter, record))) push(record)
    })),
    stop: () => mappings.forEach((mapping) => mapping.stop()),
  }
}
