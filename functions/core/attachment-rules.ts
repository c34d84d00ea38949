import { papersFor } from '../../forms/engine/terms.ts'
import type { FileType } from '../../forms/engine/procedure.ts'
import type { Component, ProcedureRecord } from '../../forms/index.ts'
import { civilTime } from './civil-time.ts'
import type { Deps } from './deps.ts'
import type { Attachment, Dossier } from './dossier.ts'
import { AppError } from './errors.ts'
import { fileNameOf, fileTypeOf, mimeOf } from './file-types.ts'
import { isResult } from './results.ts'

/** What a browser or client says of a file before it sends it. `sha256` is base64, as S3 pins it. */
export type FileClaim = { readonly component: string; readonly fileName: string; readonly type: string; readonly bytes: number; readonly sha256: string }

/** Papers of the citizen that a dossier may hold in all: they live in the head, which has to stay small. Results have places of their own. */
export const ATTACHMENTS_LIMIT = 60

const megabytes = (bytes: number): number => Math.round((bytes / 1_048_576) * 10) / 10

const askedFor = (record: ProcedureRecord, dossier: Dossier, id: string): Component & { readonly upload: NonNullable<Component['upload']> } => {
  const component = papersFor(record, dossier.answers).find((one) => one.id === id)
  if (!component?.upload || component.isForm) throw new AppError('paper-unknown', { component: id })
  return { ...component, upload: component.upload }
}

type Kept = { readonly component: string; readonly accept: readonly FileType[]; readonly maxBytes: number }
type MakeDeps = Pick<Deps, 'ids' | 'clock'>

/** The attachment that a claim makes, whoever brings it; or the refusal: empty, too large, wrong kind, no checksum. */
export const newAttachment = (claim: Omit<FileClaim, 'component'>, dossier: Dossier, { component, accept, maxBytes }: Kept, deps: MakeDeps): Attachment => {
  if (!Number.isSafeInteger(claim.bytes) || claim.bytes <= 0) throw new AppError('file-empty')
  if (claim.bytes > maxBytes) throw new AppError('file-too-large', { size: megabytes(claim.bytes), limit: megabytes(maxBytes) })
  const type = fileTypeOf(claim.fileName, claim.type)
  if (!type || !accept.includes(type)) throw new AppError('file-type', { accept: accept.map((one) => one.toUpperCase()).join(', ') })
  if (!/^[A-Za-z\d+/]{43}=$/.test(claim.sha256)) throw new AppError('file-checksum')
  const id = deps.ids.uuid()
  return {
    id, component, fileName: fileNameOf(claim.fileName, type), type: mimeOf(type), bytes: claim.bytes, sha256: claim.sha256,
    state: 'uploading', quarantineKey: quarantineKey(dossier.id, id), addedAt: civilTime(deps.clock()),
  }
}

/** A paper of the citizen's; refuses one that is not asked for, besides. */
export const attachmentFor = (claim: FileClaim, dossier: Dossier, record: ProcedureRecord, deps: MakeDeps): Attachment =>
  newAttachment(claim, dossier, { component: claim.component, ...askedFor(record, dossier, claim.component).upload }, deps)

/** Refuses one file more than the component, or the whole dossier, can hold. Uploads that never arrived do not count, nor what was handed in before the agency asked again. */
export const checkRoom = (dossier: Dossier, record: ProcedureRecord, added: Attachment): void => {
  const { upload } = askedFor(record, dossier, added.component)
  const others = dossier.attachments.filter((one) => one.id !== added.id && !isAbandoned(one, new Date(added.addedAt)))
  const here = others.filter(({ component, state, supplement }) => component === added.component && supplement === added.supplement && state !== 'uploading')
  if (here.length >= upload.maxFiles) throw new AppError('file-too-many', { limit: upload.maxFiles })
  if (others.filter((one) => !isResult(one)).length >= ATTACHMENTS_LIMIT) throw new AppError('file-too-many', { limit: ATTACHMENTS_LIMIT })
}

/** An upload that never arrived although its ten-minute ticket has run out: it holds up nothing and makes room for others. */
export const isAbandoned = ({ state, addedAt }: Attachment, now: Date): boolean => state === 'uploading' && now.getTime() - Date.parse(addedAt) > 900_000

/** A file that came and cannot be used. */
export const isUnusable = ({ state }: Attachment): boolean => state === 'infected' || state === 'unscannable'

/** The attachments that count: all but abandoned uploads. */
export const heldAttachments = (dossier: Dossier, now: Date): readonly Attachment[] => dossier.attachments.filter((one) => !isAbandoned(one, now))

/** Server-made keys, so that the scan's event leads back to the head without an index. */
export const quarantineKey = (dossier: string, attachment: string): string => `q/${dossier}/${attachment}`
export const cleanKeyOf = ({ id }: Attachment, dossier: string): string => `c/${dossier}/${id}`

/** Dossier and attachment of a quarantine key; undefined for keys that are not ours. */
export const readQuarantineKey = (key: string): { readonly dossier: string; readonly attachment: string } | undefined => {
  const [, dossier, attachment] = /^q\/([\da-f-]{36})\/([\da-f-]{36})$/.exec(key) ?? []
  return dossier && attachment ? { dossier, attachment } : undefined
}

/** The attachment of a dossier; refuses an unknown id. */
export const findAttachment = (dossier: Dossier, id: string): Attachment => {
  const found = dossier.attachments.find((one) => one.id === id)
  if (!found) throw new AppError('file-not-found')
  return found
}

/** The dossier with one attachment changed. */
export const withAttachment = (dossier: Dossier, changed: Attachment): Dossier =>
  ({ ...dossier, attachments: dossier.attachments.map((one) => (one.id === changed.id ? changed : one)) })
