import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DRAFTS } from '../../functions/core/ports.ts'
import { ENV } from '../../functions/http/env.ts'
import type { Assembly } from './assembly.ts'
import type { FunctionPlan } from './lambda.ts'
import type { Invoke, Told } from './runtime.ts'
import type { Bucket } from './s3/store.ts'
import { text } from './template.ts'

/**
 * How `dvc publish` reaches the portal that runs here, without a door that the network could knock at: files. The command lays
 * `inbox/<name>.zip` (a packed procedure); what becomes of it is `inbox/<name>.json`: `{ok: true, result}` or `{ok: false, error}`.
 * `dvc integrator` lays `inbox/<name>.admin` (a request to the operator's job): who may write here is the operator.
 * What happens in between is what happens in the cloud: the archive goes into the bucket, the publish job is asked to take it.
 */
export type Inbox = { readonly stop: () => void }

type Ground = { readonly assembly: Assembly; readonly plans: readonly FunctionPlan[]; readonly bucket: (name: string) => Bucket | undefined; readonly invoke: Invoke; readonly told: Told }

const EVERY_MS = 200

/** Whole or not at all: the command looks for the name. */
const writeAside = (path: string, content: string): void => {
  writeFileSync(`${path}.part`, content, { mode: 0o600 })
  renameSync(`${path}.part`, path)
}

/** The function that a deployment triggers is the one that publishes, and its environment names the bucket. */
const publisherOf = ({ assembly, plans, bucket }: Ground): { readonly arn: string; readonly bucket: Bucket } | undefined => {
  const handlers = assembly.ofType('Custom::Trigger').map(({ properties }) => text(properties['HandlerArn']).replace(/:\d+$/, ''))
  const plan = plans.find(({ arn }) => handlers.includes(arn))
  const published = plan && bucket(plan.environment[ENV.publishedBucket] ?? '')
  return plan && published ? { arn: plan.arn, bucket: published } : undefined
}

const publish = async (archive: Buffer, ground: Ground): Promise<unknown> => {
  const publisher = publisherOf(ground)
  if (!publisher) return { ok: false, error: 'this app has no publish job' }
  const sha256 = createHash('sha256').update(archive).digest('hex')
  publisher.bucket.write({ key: `${DRAFTS}/${sha256}`, headers: { 'content-type': 'application/zip' }, checksums: {} }, archive)
  const outcome = await ground.invoke(publisher.arn, JSON.stringify({ archive: sha256 }))
  return outcome.ok ? { ok: true, result: JSON.parse(outcome.result) } : { ok: false, error: outcome.errorMessage }
}

const administer = async (request: string, { assembly, invoke }: Ground): Promise<unknown> => {
  const name = assembly.output('AdministerFunction')
  if (name === undefined) return { ok: false, error: 'this app has no job for operators' }
  const outcome = await invoke(name, request)
  return outcome.ok ? { ok: true, result: JSON.parse(outcome.result) } : { ok: false, error: outcome.errorMessage }
}

const take = (name: string, content: Buffer, ground: Ground): Promise<unknown> => (name.endsWith('.zip') ? publish(content, ground) : administer(content.toString('utf8'), ground))

const takeOne = async (folder: string, name: string, ground: Ground): Promise<void> => {
  const path = join(folder, name)
  const answer = await take(name, readFileSync(path), ground).catch((error: unknown) => ({ ok: false, error: error instanceof Error ? error.message : String(error) }))
  rmSync(path, { force: true })
  writeAside(path.replace(/\.(zip|admin)$/, '.json'), JSON.stringify(answer))
}

/** Takes what lies in the inbox, one after the other, until it is stopped. */
export const openInbox = (folder: string, ground: Ground): Inbox => {
  mkdirSync(folder, { recursive: true })
  let busy = false
  const look = async (): Promise<void> => {
    if (busy) return
    busy = true
    try {
      for (const name of readdirSync(folder).filter((file) => /\.(zip|admin)$/.test(file)).sort()) await takeOne(folder, name, ground)
    } catch (error) {
      ground.told(`inbox: ${error instanceof Error ? error.message : String(error)}`)
    } finally { busy = false }
  }
  const timer = setInterval(() => { void look() }, EVERY_MS).unref()
  return { stop: () => clearInterval(timer) }
}

/** Says where the running portal is, for commands that look for one: `host.json` beside the data, gone when it stops. */
export const announceHost = (data: string, url: string): (() => void) => {
  const path = join(data, 'host.json')
  writeAside(path, JSON.stringify({ url, pid: process.pid }))
  return () => rmSync(path, { force: true })
}
