import { Duration } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Function } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { DRAFTS } from '../../functions/core/ports.ts'
import { ENV } from '../../functions/http/env.ts'
import { OUTBOX_INDEX, PARTITIONS } from '../../functions/stores/dynamo/keys.ts'
import { acknowledgeObjects } from '../acknowledge.ts'
import type { Settings } from '../settings.ts'
import type { Buckets } from './buckets.ts'
import { emptying, onIndex, onMissingObjects, onObjects, onPartitions, onTable, withKey } from './grants.ts'
import { portalFunction, type PortalFunctionProps } from './portal-function.ts'

/** What the functions stand on. `bundles` is the folder that functions/build.ts filled. */
export type Ground = {
  readonly table: TableV2
  readonly buckets: Buckets
  readonly key: IKey
  readonly bundles: string
}

/** Where `dvc publish` lays a packed procedure for the publish job. */
const HANDED_IN = `${DRAFTS}/`

export type PortalFunctions = { readonly citizen: Function; readonly paper: Function; readonly api: Function; readonly relay: Function; readonly scanResult: Function; readonly publish: Function; readonly administer: Function; readonly deliver: Function }

const environmentOf = (settings: Settings, ground: Ground): Record<string, string> => ({
  [ENV.table]: ground.table.tableName,
  [ENV.quarantineBucket]: ground.buckets.quarantine.bucketName,
  [ENV.cleanBucket]: ground.buckets.clean.bucketName,
  [ENV.publishedBucket]: ground.buckets.published.bucketName,
  [ENV.agencyId]: settings.agencyId,
  [ENV.portalNameVi]: settings.portalName.vi,
  [ENV.portalNameEn]: settings.portalName.en,
  [ENV.hotline]: settings.hotline,
  [ENV.feedbackEmail]: settings.feedbackEmail,
  [ENV.uploadOrigin]: `https://${ground.buckets.quarantine.bucketRegionalDomainName}`,
  [ENV.embedOrigins]: settings.embedOrigins.join(' '),
  ...(settings.stage === 'sandbox' && { [ENV.sandbox]: 'yes' }),
})

type Grants = PortalFunctionProps['grants']

/** Pages and JSON do the same to data: they read what was published, write drafts and dossiers, take files in and hand clean ones out. */
const forPeople = ({ table, buckets, key }: Ground): Grants => [
  onTable(table, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'Query'),
  onObjects(buckets.quarantine, '', 'PutObject', 'GetObject', 'DeleteObject'),
  onObjects(buckets.clean, '', 'GetObject', 'DeleteObject'),
  onObjects(buckets.published, '', 'GetObject'),
  onMissingObjects(buckets.quarantine, buckets.clean, buckets.published),
  withKey(key),
]

/** Fills and prints the agency's form: reads a dossier and what was published for it, and writes nothing. */
const forPaper = ({ table, buckets, key }: Ground): Grants => [
  onTable(table, 'GetItem'),
  onObjects(buckets.published, '', 'GetObject'),
  onMissingObjects(buckets.published),
  withKey(key),
]

const forRelay = ({ table, key }: Ground): Grants => [
  onTable(table, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'Query'), onIndex(table, OUTBOX_INDEX.name), withKey(key),
]

const forScanResult = ({ table, buckets, key }: Ground): Grants => [
  onTable(table, 'GetItem', 'PutItem'),
  onObjects(buckets.quarantine, '', 'GetObject', 'DeleteObject'),
  // Deletes what it has just released when the citizen removed the file meanwhile.
  onObjects(buckets.clean, '', 'GetObject', 'PutObject', 'DeleteObject'),
  onMissingObjects(buckets.quarantine, buckets.clean),
  withKey(key),
]

/** Writes versions, the index made of all entries, and the artefacts that versions name, and reads no artefact: others load what it wrote by its hash. What an author hands in at run time lies under its own prefix. */
const forPublish = ({ table, buckets, key }: Ground): Grants => [
  onTable(table, 'GetItem', 'PutItem', 'UpdateItem', 'Query'),
  onObjects(buckets.published, '', 'PutObject'),
  onObjects(buckets.published, HANDED_IN, 'GetObject'),
  withKey(key),
]

/** What a sandbox's clock stands in, which its functions look at; a production stack has none. */
const clockOf = (stage: Settings['stage']): readonly string[] => (stage === 'sandbox' ? PARTITIONS.clock : [])

/** Integrators, their keys and endpoints: no dossier, and no file. A sandbox can be emptied besides, with all that lies in it. */
const forAdminister = ({ table, buckets, key }: Ground, stage: Settings['stage']): Grants => [
  onPartitions(table, [...PARTITIONS.integrators, ...PARTITIONS.endpoints, ...clockOf(stage)], 'GetItem', 'PutItem', 'UpdateItem', 'Query'), withKey(key),
  ...(stage === 'sandbox' ? [emptying(table), onObjects(buckets.quarantine, '', 'DeleteObject'), onObjects(buckets.clean, '', 'DeleteObject')] : []),
]

/** Messages that wait, and where they go: no dossier, and no key of an integrator. */
const forDeliver = ({ table, key }: Ground, stage: Settings['stage']): Grants =>
  [onPartitions(table, [...PARTITIONS.endpoints, ...PARTITIONS.messages, ...clockOf(stage)], 'GetItem', 'PutItem', 'Query'), onIndex(table, OUTBOX_INDEX.name, PARTITIONS.waiting), withKey(key)]

/** The functions. Memory buys processor time: pages get a whole core (1,769 MB), jobs a fraction. */
export const makeFunctions = (scope: Construct, settings: Settings, ground: Ground): PortalFunctions => {
  const environment = environmentOf(settings, ground)
  const { quarantine, clean, published } = ground.buckets
  const make = (id: string, bundle: string, rest: Omit<PortalFunctionProps, 'bundle' | 'environment'>): Function =>
    portalFunction(scope, id, { ...rest, bundle: `${ground.bundles}/${bundle}`, environment })
  const functions = {
    citizen: make('Citizen', 'citizen', { description: 'Pages for citizens', memory: 1769, timeout: Duration.seconds(20), grants: forPeople(ground), filesIn: [quarantine, clean, published] }),
    paper: make('Paper', 'paper', { description: 'Fills the agency\'s Word form and prints it', memory: 1769, timeout: Duration.seconds(20), grants: forPaper(ground), filesIn: [published] }),
    api: make('Json', 'api', { description: 'JSON API v1', memory: 1769, timeout: Duration.seconds(20), grants: [...forPeople(ground), onIndex(ground.table, OUTBOX_INDEX.name)], filesIn: [quarantine, clean, published] }),
    relay: make('Relay', 'relay', { description: 'Tells the world what happened to dossiers', memory: 512, timeout: Duration.seconds(60), grants: forRelay(ground), filesIn: [] }),
    scanResult: make('ScanResult', 'scan-result', { description: 'Takes over what the malware scan found', memory: 512, timeout: Duration.seconds(60), grants: forScanResult(ground), filesIn: [quarantine, clean] }),
    publish: make('Publish', 'publish', { description: 'Publishes the procedures that come with a release', memory: 1769, timeout: Duration.minutes(2), grants: forPublish(ground), filesIn: [published] }),
    // An attempt begun in the last of its 40 seconds has ten to end.
    deliver: make('Deliver', 'deliver', { description: 'Sends webhooks', memory: 512, timeout: Duration.seconds(58), grants: forDeliver(ground, settings.stage), filesIn: [] }),
    administer: make('Administer', 'administer', { description: 'What operators do: integrators and their keys', memory: 512, timeout: Duration.seconds(30), grants: forAdminister(ground, settings.stage), filesIn: settings.stage === 'sandbox' ? [quarantine, clean] : [] }),
  }
  const publishRole = functions.publish.role
  if (publishRole) acknowledgeObjects(publishRole, published, 'Archives are named by their hash, so only the prefix can be named; they are read and nothing else.', HANDED_IN)
  return functions
}
