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
import { relayOutbox } from '../../functions/core/relay-outbox.ts'
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
    const submitOnce = async (): Promise<{ readonly submit: Counted; readonly relay: Counted; readonly events: number }> => {
      const tried: string[] = []
      for (const { name, answers } of readExamples(CODE).valid) {
        const token = randomIds.token()
        const draft = newDraft({ id: randomIds.uuid(), token, procedure: { code: CODE, version: published.version }, lang: 'vi', answers }, deps)
        await deps.dossiers.create(draft)
        Object.assign(counted, { reads: 0, writes: 0, names: [] })
        const result = await submitDossier({ id: draft.id, token }, deps)
        if (result.kind === 'invalid') { tried.push(`${name}: ${result.issues[0]?.pointer} ${result.issues[0]?.code}`); continue }
        const submit = { ...counted }
        Object.assign(counted, { reads: 0, writes: 0, names: [] })
        const events = await relayOutbox(draft.id, deps)
        return { submit, relay: { ...counted }, events: events.length }
      }
      throw new Error(`no valid example of ${CODE} goes without papers: ${tried.join('; ')}`)
    }
    await submitOnce()
    const { submit, relay, events } = await submitOnce()
    const perEvent = relay.names.filter((name) => name === 'Put').length / Math.max(1, events)
    return [
      { section: 'writes', what: 'writes of one submit', target: '<= 3', measured: `${submit.writes} (${submit.names.join(', ')})`, ok: submit.writes <= 3 && submit.writes > 0 },
      { section: 'writes', what: 'reads of one submit', target: '<= 2', measured: String(submit.reads), ok: submit.reads <= 2 },
      { section: 'writes', what: 'event items written for each event relayed', target: '1', measured: `${perEvent} (${relay.names.join(', ')} for ${events} events)`, ok: perEvent === 1 },
    ]
  } finally { await running.stop() }
}
