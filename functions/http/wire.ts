import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AssetUrls } from '../../forms/index.ts'
import { DEFAULT_SETTINGS, type Deps } from '../core/deps.ts'
import { randomIds } from '../core/ids.ts'
import { cachedValidators } from '../core/load-procedure.ts'
import { dynamoClient, INTERACTIVE } from '../stores/dynamo/client.ts'
import { dynamoDossierStore } from '../stores/dynamo/dossiers.ts'
import { dynamoFeedbackStore } from '../stores/dynamo/feedback.ts'
import { dynamoIntegratorStore } from '../stores/dynamo/integrators.ts'
import { dynamoProcedureStore } from '../stores/dynamo/procedures.ts'
import { dynamoWebhookStore } from '../stores/dynamo/webhooks.ts'
import type { Table } from '../stores/dynamo/table.ts'
import { s3WhenNeeded } from '../stores/s3/when-needed.ts'
import { registeredOrigins } from './allowed-origins.ts'
import type { Handler } from './chain.ts'
import { fileCodeLists } from './code-lists.ts'
import { ENV } from './env.ts'
import { isSandbox, portalTime, type PortalTime } from './portal-time.ts'
import type { Site } from './site.ts'

/** Everything that a page or verb needs, from the environment: the only reader of it in functions/. */
export const wire = (): Site => {
  const at = { client: dynamoClient(INTERACTIVE), table: required('table') }
  const time = portalTime(at)
  const deps = wireDeps(at, time)
  return { ...siteOfEnvironment(), deps, registeredOrigins: registeredOrigins(deps), ...(time.sandbox && { clock: time.sandbox }) }
}

const siteOfEnvironment = (): Omit<Site, 'deps' | 'registeredOrigins'> => ({
  assets: readAssets(),
  portal: {
    name: { vi: setting('portalNameVi', 'Cổng dịch vụ công'), en: setting('portalNameEn', 'Public service portal') },
    hotline: setting('hotline', ''),
    feedbackEmail: setting('feedbackEmail', ''),
  },
  sandbox: isSandbox(),
  publicUrl: setting('publicUrl', '').replace(/\/$/, ''),
  uploadOrigin: setting('uploadOrigin', ''),
  embedOrigins: setting('embedOrigins', '').split(' ').filter((origin) => origin !== ''),
  writeLog: (line) => { process.stdout.write(`${line}\n`) },
})

/** What use cases may touch, on the real stores. */
const wireDeps = (table: Table, { clock }: PortalTime): Deps => {
  const { artefacts, attachments } = s3WhenNeeded({ published: required('publishedBucket'), quarantine: required('quarantineBucket'), clean: required('cleanBucket') })
  return {
    dossiers: dynamoDossierStore(table),
    procedures: dynamoProcedureStore(table),
    feedback: dynamoFeedbackStore(table),
    integrators: dynamoIntegratorStore(table),
    webhooks: dynamoWebhookStore(table),
    artefacts,
    attachments,
    validators: cachedValidators(artefacts),
    clock,
    ids: randomIds,
    lists: fileCodeLists(join(import.meta.dirname, 'code-lists')),
    settings: { ...DEFAULT_SETTINGS, agencyId: setting('agencyId', DEFAULT_SETTINGS.agencyId) },
  }
}

/**
 * A handler that is made at its first event and kept for the life of the container: importing a bundle touches neither
 * the environment nor the network, so tests can. A failed making is tried again with the next event.
 */
export const whenAsked = (make: () => Handler): Handler => {
  let made: Handler | undefined
  return async (event, context) => {
    made ??= make()
    return made(event, context)
  }
}

const setting = (name: keyof typeof ENV, otherwise: string): string => process.env[ENV[name]] ?? otherwise

const required = (name: keyof typeof ENV): string => {
  const value = process.env[ENV[name]]
  if (value === undefined || value === '') throw new Error(`${ENV[name]} is not set`)
  return value
}

/** Hashed addresses of the built assets; functions/build.ts puts the file beside the bundle. */
const readAssets = (): AssetUrls => JSON.parse(readFileSync(join(import.meta.dirname, 'assets-manifest.json'), 'utf8')) as AssetUrls
