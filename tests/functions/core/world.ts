import { createHash } from 'node:crypto'
import { compileForm, compileValidator } from '../../../forms/compile/index.ts'
import { buildIndex, type CatalogueIndex, type JsonSchema, type ProcedureRecord } from '../../../forms/index.ts'
import { DEFAULT_SETTINGS, type Deps } from '../../../functions/core/deps.ts'
import type { Dossier } from '../../../functions/core/dossier.ts'
import { randomIds } from '../../../functions/core/ids.ts'
import { cachedValidators } from '../../../functions/core/load-procedure.ts'
import { ConditionFailed, type ArtefactStore, type AttachmentStore, type CatalogueEntry, type IndexPointer, type DossierStore, type Feedback, type ProcedureStore, type PublishedProcedure } from '../../../functions/core/ports.ts'
import { memoryDossierStore } from '../../proofs/memory-dossiers.ts'
import { memoryIntegrators } from '../../contracts/memory-integrators.ts'
import { memoryWebhooks } from '../../contracts/memory-webhooks.ts'

/** Ports in memory for use-case tests: they keep what they are given, and the dossier store passes the contract suite. */
export type World = Deps & {
  now: Date
  readonly files: Map<string, Uint8Array>
  readonly petitions: Feedback[]
  readonly artefactsPut: string[]
  readonly publish: (published: PublishedProcedure) => Promise<void>
  /** Deps with some calls of the dossier store replaced. */
  readonly with: (change: (store: DossierStore) => Partial<DossierStore>) => Deps
  readonly stored: (id: string) => Promise<Dossier>
}

const memoryArtefacts = (put: string[]): ArtefactStore => {
  const kept = new Map<string, Uint8Array>()
  return {
    put: async (kind, sha256, body) => { put.push(kind); kept.set(`${kind}/${sha256}`, body) },
    get: async (kind, sha256) => { const body = kept.get(`${kind}/${sha256}`); if (!body) throw new Error('no such artefact'); return body },
  }
}

const memoryProcedures = (): ProcedureStore => {
  const [versions, current] = [new Map<string, PublishedProcedure>(), new Map<string, number>()]
  const name = (code: string, version: number): string => `${code} ${version}`
  let moved: { readonly index: CatalogueIndex<CatalogueEntry>; readonly pointer: IndexPointer } | undefined
  const entries = (): readonly CatalogueEntry[] => [...current].sort().flatMap(([code, version]) => {
    const one = versions.get(name(code, version))
    return one ? [{ ...one.record, agency: one.record.agency.title, online: one.form !== undefined, version }] : []
  })
  return {
    version: async (code, version) => versions.get(name(code, version)),
    current: async (code) => versions.get(name(code, current.get(code) ?? 0)),
    catalogue: async () => entries(),
    index: async () => moved?.index ?? buildIndex(entries()),
    indexPointer: async () => moved?.pointer,
    moveIndex: async (index, contentHash, previous) => {
      if (moved?.pointer.revision !== previous?.revision) throw new ConditionFailed('moved')
      const revision = (previous?.revision ?? 0) + 1
      moved = { index, pointer: { revision, id: String(revision), parts: 1, contentHash } }
    },
    addVersion: async (one) => {
      if (versions.has(name(one.record.code, one.version))) throw new ConditionFailed('there')
      versions.set(name(one.record.code, one.version), one)
    },
    makeCurrent: async (one, previous) => {
      if ((current.get(one.record.code) ?? 0) !== previous) throw new ConditionFailed('moved')
      current.set(one.record.code, one.version)
    },
  }
}

const memoryAttachments = (files: Map<string, Uint8Array>): AttachmentStore => ({
  ticket: async ({ quarantineKey }) => ({ url: 'https://quarantine.example', fields: { key: quarantineKey }, expiresAt: '2026-07-14T08:10:00+07:00' }),
  putQuarantined: async ({ quarantineKey }, body) => { files.set(quarantineKey, body) },
  inspect: async ({ quarantineKey }) => { const body = files.get(quarantineKey); return body && { bytes: body.byteLength, head: body.subarray(0, 1024) } },
  release: async ({ quarantineKey }, cleanKey) => {
    const body = files.get(quarantineKey) ?? files.get(cleanKey)
    if (!body) throw new Error('nothing to release')
    files.set(cleanKey, body)
    files.delete(quarantineKey)
  },
  discard: async ({ quarantineKey, cleanKey }) => { files.delete(quarantineKey); if (cleanKey) files.delete(cleanKey) },
  downloadUrl: async ({ cleanKey }) => `https://clean.example/${cleanKey}`,
})

export const CODE = '9.000001'
const text = (vi: string): { vi: string; en: string } => ({ vi, en: vi })

export const RECORD: ProcedureRecord = {
  code: CODE, title: text('Thủ tục để thử'), summary: text('Để thử'), keywords: [], field: { id: 'thu', title: text('Thử') },
  agency: { tier: 'commune', title: text('UBND cấp xã'), chosenBy: '/applicant/residence' }, audience: [], levels: [{ scheme: 'nd-42-2022', grade: 'toan-trinh' }],
  decision: '', steps: [], requirements: [], results: [], legalBasis: [],
  channels: [{ channel: 'online', limits: [{ amount: 3, unit: 'workingDays', basis: 'Điều 1' }], fees: [{ amount: 0, basis: 'Điều 2' }] }],
  components: [
    { id: 'to-khai', title: text('Tờ khai'), duty: 'submit', originals: 1, copies: 0, isForm: true },
    { id: 'giay', title: text('Giấy'), duty: 'submit', originals: 1, copies: 0, upload: { required: false, accept: ['pdf', 'png'], maxBytes: 2 * 1_048_576, maxFiles: 2 } },
  ],
}

const SCHEMA: JsonSchema = {
  type: 'object', title: 'Thử', required: ['applicant', 'child'],
  properties: {
    applicant: { type: 'object', title: 'Người yêu cầu', required: ['fullName'], 'x-jsf-presentation': { inputType: 'fieldset', slug: 'nguoi-yeu-cau' }, properties: {
      fullName: { type: 'string', title: 'Họ và tên', minLength: 1, 'x-jsf-presentation': { inputType: 'text' } },
      note: { type: 'string', title: 'Ghi chú', 'x-jsf-presentation': { inputType: 'long-text' } },
    } },
    child: { type: 'object', title: 'Trẻ em', required: ['fullName'], 'x-jsf-presentation': { inputType: 'fieldset', slug: 'tre-em' }, properties: {
      fullName: { type: 'string', title: 'Họ và tên', minLength: 1, 'x-jsf-presentation': { inputType: 'text' } },
    } },
  },
}

/** The sample procedure, compiled as publish does it. */
export const sample = (version: number, record: ProcedureRecord = RECORD): { readonly published: PublishedProcedure; readonly validator: { readonly code: string; readonly sha256: string } } => {
  const form = compileForm(SCHEMA)
  const validator = compileValidator(form)
  return { published: { record, version, publishedAt: '2026-01-01T00:00:00+07:00', sourceHash: `v${version}`, form, validatorSha256: validator.sha256 }, validator }
}

const TOKEN = 'token-of-this-browser-1'
export const holder = (id: string = randomIds.uuid()): { id: string; token: string } => ({ id, token: TOKEN })

/** A world in which version 1 of the sample procedure is published. Its clock stands still until it is moved. */
export const makeWorld = async (): Promise<World> => {
  const [files, petitions, artefactsPut] = [new Map<string, Uint8Array>(), [] as Feedback[], [] as string[]]
  const [artefacts, procedures, dossiers] = [memoryArtefacts(artefactsPut), memoryProcedures(), memoryDossierStore()]
  const world: World = {
    now: new Date('2026-07-14T08:00:00+07:00'), files, petitions, artefactsPut, dossiers, procedures, artefacts,
    attachments: memoryAttachments(files), validators: cachedValidators(artefacts), feedback: { add: async (one) => { if (petitions.some(({ id }) => id === one.id)) throw new ConditionFailed('the petition is there'); petitions.push(one) } }, integrators: memoryIntegrators(), webhooks: memoryWebhooks(),
    clock: () => world.now, ids: randomIds, settings: DEFAULT_SETTINGS, lists: { communes: () => [], formerCommunes: () => [] },
    publish: async (published) => { await procedures.addVersion(published); await procedures.makeCurrent(published, published.version - 1) },
    with: (change) => ({ ...world, dossiers: { ...dossiers, ...change(dossiers) } }),
    stored: async (id) => { const found = await dossiers.find(id); if (!found) throw new Error(`no dossier ${id}`); return found },
  }
  const { published, validator } = sample(1)
  await artefacts.put('validators', validator.sha256, new TextEncoder().encode(validator.code), 'text/javascript')
  await world.publish(published)
  return world
}

export const PDF = new TextEncoder().encode('%PDF-1.7\nthử\n%%EOF')
export const base64 = (body: Uint8Array): string => createHash('sha256').update(body).digest('base64')
