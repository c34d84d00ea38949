import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unpackProcedures } from '../../forms/compile/archive.ts'
import type { ProcedureSource } from '../../forms/authoring/source.ts'
import { listProcedureFolders, readProcedureFolder } from '../../forms/compile/read-folder.ts'
import type { Deps } from '../core/deps.ts'
import { ConditionFailed, DRAFTS, Unavailable } from '../core/ports.ts'
import type { PublishResult } from '../core/publish-procedure.ts'
import { refreshIndex } from '../core/refresh-index.ts'
import { inTime, portalTime } from '../http/portal-time.ts'
import { BACKGROUND, dynamoClient } from '../stores/dynamo/client.ts'
import { dynamoProcedureStore } from '../stores/dynamo/procedures.ts'
import { s3WhenNeeded } from '../stores/s3/when-needed.ts'
import { errorFacts, log, once, setting, type Log } from './wire.ts'

type Needs = Pick<Deps, 'procedures' | 'artefacts' | 'clock'> & { readonly log: Log; readonly root: string }

/** What one run did, by folder name; `refused` and `failed` are in the log with file, pointer and remedy. */
export type Published = Readonly<Record<'published' | 'unchanged' | 'kept' | 'refused' | 'failed', readonly string[]>>

const TRIES = 3

/** Another run of this job may move the pointer in between: the second look finds its work done. */
const publishSource = async (source: ProcedureSource, deps: Needs): Promise<PublishResult> => {
  // The compiler (ajv and the field model) is loaded here: half of this bundle.
  const { publishProcedure } = await import('../core/publish-procedure.ts')
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await publishProcedure(source, deps)
    } catch (error) {
      if (!(error instanceof ConditionFailed) || attempt === TRIES) throw error
    }
  }
}

const tell = (folder: string, result: PublishResult, deps: Needs): void => {
  const findings = result.kind === 'refused' ? result.findings : result.warnings
  if (result.kind !== 'refused') deps.log({ level: 'info', job: 'publish', folder, result: result.kind, code: result.code, version: result.version })
  for (const { file, pointer, severity, message, remedy } of findings) {
    deps.log({ level: severity === 'error' ? 'error' : 'warn', job: 'publish', folder, file, pointer, message: message.vi, remedy: remedy.vi })
  }
}

/** A folder that is wrong, or that trips us, is reported and the others go on; only an unreachable store stops the run. */
const outcome = async (dir: string, deps: Needs): Promise<keyof Published> => {
  try {
    const result = await publishSource(await readProcedureFolder(dir), deps)
    tell(basename(dir), result, deps)
    return result.kind
  } catch (error) {
    if (error instanceof Unavailable) throw error
    deps.log({ level: 'error', job: 'publish', folder: basename(dir), ...errorFacts(error) })
    return 'failed'
  }
}

/** What the job is asked to do: publish what came with the release, or, with `archive`, what was handed in. */
export type PublishEvent = { readonly archive?: string }

const SHA256 = /^[0-9a-f]{64}$/

/** One result a procedure of the archive, in its order. One that trips us is told as `failed`, and the others go on. */
export type HandedIn = { readonly kind: 'several'; readonly results: readonly (PublishResult | { readonly kind: 'failed'; readonly error: string })[] }

const publishEach = async (sources: readonly ProcedureSource[], deps: Needs): Promise<HandedIn> => {
  const results: HandedIn['results'][number][] = []
  for (const source of sources) {
    try {
      const result = await publishSource(source, deps)
      if (result.kind === 'refused') tell(source.dir, result, deps)
      results.push(result)
    } catch (error) {
      if (error instanceof Unavailable) throw error
      deps.log({ level: 'error', job: 'publish', folder: source.dir, ...errorFacts(error) })
      results.push({ kind: 'failed', error: error instanceof Error ? error.message : String(error) })
    }
  }
  deps.log({ level: 'info', job: 'publish', handedIn: sources.length, published: results.filter(({ kind }) => kind === 'published').length })
  return { kind: 'several', results }
}

/** What was handed in, by the hash of its archive; the answer is for whoever handed it in, findings and all. The index is made once, at the end. */
export const makePublishOne = (deps: Needs) => async (archive: string): Promise<PublishResult | HandedIn> => {
  if (!SHA256.test(archive)) throw new Error('archive must be the hex SHA-256 of packed procedures')
  const [first, ...more] = unpackProcedures(await deps.artefacts.get(DRAFTS, archive))
  if (first === undefined) throw new Error('the archive is empty')
  if (more.length > 0) {
    const several = await publishEach([first, ...more], deps)
    await refreshIndex(deps)
    return several
  }
  const result = await publishSource(first, deps)
  tell(first.dir, result, deps)
  if (result.kind !== 'refused') await refreshIndex(deps)
  return result
}

export const makePublish = (deps: Needs) => async (): Promise<Published> => {
  const done: Record<keyof Published, string[]> = { published: [], unchanged: [], kept: [], refused: [], failed: [] }
  for (const dir of await listProcedureFolders(deps.root)) done[await outcome(dir, deps)].push(basename(dir))
  await refreshIndex(deps)
  return done
}

type Answer = Published | PublishResult | HandedIn

const wired = once(() => {
  const at = { client: dynamoClient(BACKGROUND), table: setting('table') }
  const time = portalTime(at)
  const needs: Needs = {
    procedures: dynamoProcedureStore(at),
    artefacts: s3WhenNeeded({ published: setting('publishedBucket'), quarantine: setting('quarantineBucket'), clean: setting('cleanBucket') }).artefacts,
    clock: time.clock, log,
    // The build lays the procedures beside the bundle.
    root: fileURLToPath(new URL('./procedures', import.meta.url)),
  }
  return inTime(time, (event: PublishEvent | undefined): Promise<Answer> => (event?.archive === undefined ? makePublish(needs)() : makePublishOne(needs)(event.archive)))
})

export const handler = (event: PublishEvent | undefined): Promise<Answer> => wired()(event)
