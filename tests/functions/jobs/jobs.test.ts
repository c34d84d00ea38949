import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DynamoDBStreamEvent, ScheduledEvent } from 'aws-lambda'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newDraft } from '../../../functions/core/new-draft.ts'
import { submitDossier } from '../../../functions/core/submit-dossier.ts'
import { uploadThroughForm } from '../../../functions/core/attach-file.ts'
import { packProcedure, packProcedures } from '../../../forms/compile/archive.ts'
import { readProcedureBytes } from '../../../forms/compile/read-folder.ts'
import { sha256 } from '../../../functions/core/canonical.ts'
import { readCatalogueRecord } from '../../../forms/catalogue/read-record.ts'
import { makePublish, makePublishOne } from '../../../functions/jobs/publish.ts'
import { makeRelay } from '../../../functions/jobs/relay.ts'
import { makeScanResult } from '../../../functions/jobs/scan-result.ts'
import { Unavailable } from '../../../functions/core/ports.ts'
import { feedKey, headKey, type Key } from '../../../functions/stores/dynamo/keys.ts'
import { CODE, holder, makeWorld, PDF, type World } from '../core/world.ts'

let world: World
let lines: Readonly<Record<string, unknown>>[]
const log = (line: Readonly<Record<string, unknown>>): void => { lines.push(line) }
beforeEach(async () => { world = await makeWorld(); lines = [] })

const drafted = async (): Promise<ReturnType<typeof holder>> => {
  const mine = holder()
  await world.dossiers.create(newDraft({ ...mine, procedure: { code: CODE, version: 1 }, lang: 'vi', answers: { applicant: { fullName: 'Ánh' }, child: { fullName: 'Minh' } } }, world))
  return mine
}
const submitted = async (): Promise<string> => { const mine = await drafted(); await submitDossier(mine, world); return mine.id }
/** As the stream sends it: keys alone. */
const ring = (...keys: readonly Key[]): DynamoDBStreamEvent => ({ Records: keys.map(({ pk, sk }) => ({ eventName: 'MODIFY', dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } } })) })
const tick = { source: 'aws.events', 'detail-type': 'Scheduled Event' } as ScheduledEvent

describe('the relay job', () => {
  it('relays what the stream rings for, each head once, and leaves other items alone', async () => {
    const [one, two] = [await submitted(), await submitted()]
    expect(await makeRelay({ ...world, log })(ring(headKey(one), headKey(one), feedKey(two, 1)))).toEqual({ events: 1 })
    expect(await world.dossiers.events(await world.stored(one))).toHaveLength(1)
    expect(await world.dossiers.events(await world.stored(two))).toHaveLength(0)
  })
  it('finds by the clock what no ring told of', async () => {
    const ids = [await submitted(), await submitted()]
    expect(await makeRelay({ ...world, log })(tick)).toEqual({ events: 2 })
    for (const id of ids) expect(await world.dossiers.events(await world.stored(id))).toHaveLength(1)
  })
  it('relays the others, then fails loudly, when one dossier does not let itself be relayed', async () => {
    const [bad, good] = [await submitted(), await submitted()]
    const { dossiers } = world.with((store) => ({ clearOutbox: async (read, numbers) => { if (read.id === bad) throw new Unavailable('later'); await store.clearOutbox(read, numbers) } }))
    await expect(makeRelay({ ...world, dossiers, log })(ring(headKey(bad), headKey(good)))).rejects.toThrow('1 dossiers')
    expect(await world.dossiers.events(await world.stored(good))).toHaveLength(1)
    expect(lines).toEqual([{ level: 'error', job: 'relay', dossier: bad, error: 'Unavailable: later' }])
    expect(await makeRelay({ ...world, log })(tick)).toEqual({ events: 1 })
  })
})

describe('the scan job', () => {
  const event = (objectKey: string, scanResultStatus: string): Parameters<ReturnType<typeof makeScanResult>>[0] =>
    ({ detail: { scanStatus: 'COMPLETED', s3ObjectDetails: { bucketName: 'quarantine', objectKey }, scanResultDetails: { scanResultStatus } } })
  const uploaded = async (): Promise<string> => (await uploadThroughForm({ ...await drafted(), component: 'giay', fileName: 'giấy mật.pdf', type: '', body: PDF }, world)).quarantineKey

  it('makes a file clean, once, however often the event comes', async () => {
    const key = await uploaded()
    const job = makeScanResult({ ...world, log })
    expect([await job(event(key, 'NO_THREATS_FOUND')), await job(event(key, 'NO_THREATS_FOUND'))]).toEqual([{ state: 'clean' }, { state: 'clean' }])
  })
  it('takes a word that it does not know for a failure, never for clean', async () => {
    expect(await makeScanResult({ ...world, log })(event(await uploaded(), 'LOOKS_FINE'))).toEqual({ state: 'unscannable' })
  })
  it('ignores objects that are not ours, and logs no file name', async () => {
    expect(await makeScanResult({ ...world, log })(event('malware-protection-resource-validation-object', 'NO_THREATS_FOUND'))).toEqual({ state: 'ignored' })
    await makeScanResult({ ...world, log })(event(await uploaded(), 'THREATS_FOUND'))
    expect(JSON.stringify(lines)).not.toContain('mật')
  })
})

describe('the publish job', () => {
  const PROCEDURES = new URL('../../../forms/procedures', import.meta.url).pathname
  let root: string
  beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'dvc-procedures-')) })
  afterEach(() => rm(root, { recursive: true, force: true }))
  const shipped = async (): Promise<readonly string[]> => (await readdir(PROCEDURES, { withFileTypes: true })).filter((entry) => entry.isDirectory() && /^\d/.test(entry.name)).map(({ name }) => name)

  it('publishes every procedure of the repository, and the second time changes nothing', async () => {
    const names = await shipped()
    for (const name of names) await cp(join(PROCEDURES, name), join(root, name), { recursive: true })
    const job = makePublish({ ...world, log, root })
    expect(await job()).toEqual({ published: names, unchanged: [], kept: [], refused: [], failed: [] })
    expect(await job()).toEqual({ published: [], unchanged: names, kept: [], refused: [], failed: [] })
  })
  it('reports a malformed folder with its file and remedy, and publishes the others', async () => {
    const [good = '', bad = ''] = await shipped()
    for (const name of [good, bad]) await cp(join(PROCEDURES, name), join(root, name), { recursive: true })
    await writeFile(join(root, bad, 'procedure.json'), '{ "code": ')
    expect(await makePublish({ ...world, log, root })()).toEqual({ published: [good], unchanged: [], kept: [], refused: [bad], failed: [] })
    expect(lines).toContainEqual(expect.objectContaining({ level: 'error', folder: bad, file: 'procedure.json', remedy: expect.stringMatching(/.{10}/) }))
  })
  it('stops when the store is out of reach, so that the deployment fails and is repeated', async () => {
    const [good = ''] = await shipped()
    await cp(join(PROCEDURES, good), join(root, good), { recursive: true })
    const procedures = { ...world.procedures, addVersion: async () => { throw new Unavailable('later') } }
    await expect(makePublish({ ...world, procedures, log, root })()).rejects.toBeInstanceOf(Unavailable)
  })

  describe('with a procedure that was handed in', () => {
    const handIn = async (change: (files: Awaited<ReturnType<typeof readProcedureBytes>>) => object = (files) => files): Promise<{ readonly hash: string; readonly job: ReturnType<typeof makePublishOne> }> => {
      const archive = packProcedure('1.001612', change(await readProcedureBytes(join(PROCEDURES, '1.001612'))))
      const get = async (kind: string, hash: string): Promise<Uint8Array> => {
        if (kind !== 'drafts' || hash !== sha256(archive)) throw new Error('no such object')
        return archive
      }
      return { hash: sha256(archive), job: makePublishOne({ ...world, artefacts: { ...world.artefacts, get }, log, root }) }
    }
    it('publishes it by the hash of its archive, without a deployment', async () => {
      const { hash, job } = await handIn()
      expect(await job(hash)).toMatchObject({ kind: 'published', code: '1.001612', version: 1 })
      expect(await job(hash)).toMatchObject({ kind: 'unchanged', version: 1 })
      expect((await world.procedures.current('1.001612'))?.form).toBeDefined()
    })
    it('answers with the findings where the linter refuses it', async () => {
      const { hash, job } = await handIn((files) => ({ ...files, 'procedure.json': new TextEncoder().encode('{') }))
      expect(await job(hash)).toMatchObject({ kind: 'refused', findings: [expect.objectContaining({ file: 'procedure.json' })] })
      expect(await world.procedures.current('1.001612')).toBeUndefined()
    })
    it('publishes many out of one archive, each with its own answer, and makes the index once', async () => {
      const file = (code: string): Uint8Array => new TextEncoder().encode(JSON.stringify(readCatalogueRecord({ ma_thu_tuc: code, ten_thu_tuc: 'Thử', linh_vuc: 'Thử', cap_thuc_hien: 'Cấp xã' }, 'list').record))
      const archive = packProcedures({ '8.000001': { 'procedure.json': file('8.000001') }, '8.000002': { 'procedure.json': new TextEncoder().encode('{') }, '8.000003': { 'procedure.json': file('8.000003') } })
      let moves = 0
      const procedures: typeof world.procedures = { ...world.procedures, moveIndex: async (...args) => { moves += 1; return world.procedures.moveIndex(...args) } }
      const job = makePublishOne({ ...world, procedures, artefacts: { ...world.artefacts, get: async () => archive }, log, root })
      expect(await job(sha256(archive))).toMatchObject({ kind: 'several', results: [{ kind: 'published', code: '8.000001' }, { kind: 'refused' }, { kind: 'published', code: '8.000003' }] })
      expect(moves).toBe(1)
      expect((await world.procedures.index()).items.map(({ code }) => code)).toEqual(expect.arrayContaining(['8.000001', '8.000003']))
      expect(await job(sha256(archive))).toMatchObject({ results: [{ kind: 'unchanged' }, { kind: 'refused' }, { kind: 'unchanged' }] })
      expect(moves).toBe(1)
    })
    it.each(['', '../validators/x', 'A'.repeat(64)])('asks the store for nothing that is no hash: %s', async (name) => {
      const { job } = await handIn()
      await expect(job(name)).rejects.toThrow('SHA-256')
    })
  })
})
