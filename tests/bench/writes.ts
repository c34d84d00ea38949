import { join } from 'node:path'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { readProcedureFolder } from '../../forms/compile/read-folder.ts'
import type { Deps } from '../../functions/core/deps.ts'
import { DEFAULT_SETTINGS } from '../../functions/core/deps.ts'
import { randomIds } from '../../functions/core/ids.ts'
import { cachedValidators } from '../../functions/core/load-procedure.ts'
import { newDraft } from '../../functions/core/new-draft.ts'
import type { ArtefactStore } from '../../functions/core/ports.ts'
import { publishProcedure } from '../../functions/core/publish-procedure.ts'
import { relayAll } from '../../functions/core/relay-outbox.ts'
import { submitDossier } from '../../functions/core/submit-dossier.ts'
import { dynamoDossierStore } from '../../functions/stores/dynamo/dossiers.ts'
import { dynamoIntegratorStore } from '../../functions/stores/dynamo/integrators.ts'
import { dynamoWebhookStore } from '../../functions/stores/dynamo/webhooks.ts'
import { dynamoProcedureStore } from '../../functions/stores/dynamo/procedures.ts'
import { ENGINES, freshTable } from '../contracts/dynamo-engines.ts'
import { readExamples } from '../journeys/examples.ts'
import type { Row } from './table.ts'
import { communeLists } from './lists.ts'

const CODE = '1.001612'
const TOGETHER = 25
const FOLDER = join(import.meta.dirname, '../../forms/procedures', CODE)

type Counted = { reads: number; writes: number; names: string[] }

/** The client, with every command that passes written down. */
const counting = (client: DynamoDBDocumentClient, counted: Counted): DynamoDBDocumentClient =>
  new Proxy(client, { get: (target, key) => {
    if (key !== 'send') return Reflect.get(target, key)
    return (...args: Parameters<DynamoDBDocumentClient['send']>) => {
      const name = args[0].constructor.name.replace(/Command$/, '')
      counted.names.push(name)
      if (/Get|Query|Scan/.test(name)) counted.reads += 1
      else counted.writes += 1
      return Reflect.apply(target.send, target, args)
    }
  } })

const memoryArtefacts = (): ArtefactStore => {
  const kept = new Map<string, Uint8Array>()
  return {
    put: async (_kind, sha256, body) => { kept.set(sha256, body) },
    get: async (_kind, sha256) => kept.get(sha256) ?? Promise.reject(new Error(`no artefact ${sha256}`)),
  }
}

type Measuring = { readonly submitOnce: () => Promise<{ readonly id: string; readonly calls: Counted }>; readonly relay: (ids: readonly string[]) => Promise<Counted> }

/** Submits and relays, each with the calls that it made. */
const measuring = (deps: Omit<Deps, 'attachments' | 'feedback'>, version: number, counted: Counted): Measuring => {
  const answers = readExamples(CODE).valid.map((example) => example.answers)
  const count = async <Result>(work: () => Promise<Result>): Promise<{ readonly result: Result; readonly calls: Counted }> => {
    Object.assign(counted, { reads: 0, writes: 0, names: [] })
    const result = await work()
    return { result, calls: { ...counted, names: [...counted.names] } }
  }
  return {
    submitOnce: async () => {
      for (const each of answers) {
        const token = randomIds.token()
        const draft = newDraft({ id: randomIds.uuid(), token, procedure: { code: CODE, version }, lang: 'vi', answers: each }, deps)
        await deps.dossiers.create(draft)
        const { result, calls } = await count(() => submitDossier({ id: draft.id, token }, deps))
        if (result.kind === 'submitted') return { id: draft.id, calls }
      }
      throw new Error(`no valid example of ${CODE} goes without papers`)
    },
    relay: async (ids) => (await count(() => relayAll(ids, deps))).calls,
  }
}

/** How many calls to the table one submit costs, and one event relayed, once the function is warm. */
export const benchWrites = async (): Promise<readonly Row[]> => {
  const engine = ENGINES.find((one) => one.name === 'dynalite')
  if (engine === undefined) throw new Error('dynalite is not among the engines')
  const running = await engine.start()
  try {
    const { client, table } = await freshTable(running, 'bench')
    const counted: Counted = { reads: 0, writes: 0, names: [] }
    const at = { client: counting(client, counted), table }
    const artefacts = memoryArtefacts()
    const deps: Omit<Deps, 'attachments' | 'feedback'> = {
      dossiers: dynamoDossierStore(at), procedures: dynamoProcedureStore(at), integrators: dynamoIntegratorStore(at), webhooks: dynamoWebhookStore(at), artefacts, validators: cachedValidators(artefacts),
      clock: () => new Date(), ids: randomIds, lists: communeLists, settings: DEFAULT_SETTINGS,
    }
    const published = await publishProcedure(await readProcedureFolder(FOLDER), deps)
    if (published.kind === 'refused') throw new Error(`${CODE} cannot be published: ${JSON.stringify(published.findings).slice(0, 400)}`)
    const { submitOnce, relay } = measuring(deps, published.version, counted)
    await relay([(await submitOnce()).id])
    const { id, calls: submit } = await submitOnce()
    const alone = await relay([id])
    const ids: string[] = []
    while (ids.length < TOGETHER) ids.push((await submitOnce()).id)
    const together = await relay(ids)
    const perEvent = together.writes / TOGETHER
    return [
      { section: 'writes', what: 'writes of one submit', target: '<= 3', measured: `${submit.writes} (${submit.names.join(', ')})`, ok: submit.writes <= 3 && submit.writes > 0 },
      { section: 'writes', what: 'reads of one submit', target: '<= 2', measured: String(submit.reads), ok: submit.reads <= 2 },
      { section: 'writes', what: 'writes for each event relayed: its entry in the feed, its way out of the outbox', target: '1', measured: `${perEvent} (alone: ${alone.names.join(', ')})`, ok: perEvent === 1 },
      { section: 'writes', what: `reads for ${TOGETHER} events relayed together`, target: '<= 3', measured: String(together.reads), ok: together.reads <= 3 && together.reads > 0 },
    ]
  } finally { await running.stop() }
}
