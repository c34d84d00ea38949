import { applyScanResult, type ScanApplied, type ScanStatus } from '../core/apply-scan-result.ts'
import type { Deps } from '../core/deps.ts'
import { inTime, portalTime } from '../http/portal-time.ts'
import { BACKGROUND, dynamoClient } from '../stores/dynamo/client.ts'
import { dynamoDossierStore } from '../stores/dynamo/dossiers.ts'
import { s3AttachmentStore } from '../stores/s3/attachments.ts'
import { s3Client } from '../stores/s3/client.ts'
import { log, once, setting, type Log } from './wire.ts'

/** The part that we use of EventBridge's 'GuardDuty Malware Protection Object Scan Result'. */
export type ScanEvent = {
  readonly detail: {
    readonly scanStatus?: string
    readonly s3ObjectDetails: { readonly bucketName?: string; readonly objectKey: string }
    readonly scanResultDetails: { readonly scanResultStatus: string }
  }
}

type Needs = Pick<Deps, 'dossiers' | 'attachments' | 'clock'> & { readonly log: Log }

const KNOWN: readonly string[] = ['NO_THREATS_FOUND', 'THREATS_FOUND', 'UNSUPPORTED', 'ACCESS_DENIED', 'FAILED'] satisfies readonly ScanStatus[]
const isKnown = (status: string): status is ScanStatus => KNOWN.includes(status)

/** A word that GuardDuty may add one day counts as failed: never as clean. */
const readStatus = (status: string): ScanStatus => (isKnown(status) ? status : 'FAILED')

export const makeScanResult = (deps: Needs) => async ({ detail }: ScanEvent): Promise<{ readonly state: ScanApplied }> => {
  const key = detail.s3ObjectDetails.objectKey
  const status = readStatus(detail.scanResultDetails.scanResultStatus)
  const state = await applyScanResult({ key, status }, deps)
  deps.log({ level: state === 'clean' ? 'info' : 'warn', job: 'scan-result', key, status, state })
  return { state }
}

const wired = once(() => {
  const at = { client: dynamoClient(BACKGROUND), table: setting('table') }
  const time = portalTime(at)
  const attachments = s3AttachmentStore({ client: s3Client(), quarantine: setting('quarantineBucket'), clean: setting('cleanBucket') })
  return inTime(time, makeScanResult({ dossiers: dynamoDossierStore(at), attachments, clock: time.clock, log }))
})

export const handler = (event: ScanEvent): Promise<{ readonly state: ScanApplied }> => wired()(event)
