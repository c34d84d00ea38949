import { compileForm, compileValidator } from '../../forms/compile/index.ts'
import { lintProcedure } from '../../forms/authoring/lint.ts'
import type { Finding, ProcedureSource, SourceFile } from '../../forms/authoring/source.ts'
import { compilePaper } from '../../forms/documents/compile-paper.ts'
import type { FormModel, Json, JsonSchema, ProcedureRecord } from '../../forms/index.ts'
import { hashOf, sha256 } from './canonical.ts'
import { civilTime } from './civil-time.ts'
import type { Deps } from './deps.ts'
import { ConditionFailed, Unavailable, type PublishedProcedure } from './ports.ts'

type Needs = Pick<Deps, 'procedures' | 'artefacts' | 'clock'>

/**
 * `refused`: the linter's errors, each with file, pointer and remedy; nothing was written. `kept`: what a list says would have
 * replaced what an agency published, or a form; nothing was written either.
 */
export type PublishResult =
  | { readonly kind: 'published' | 'unchanged' | 'kept'; readonly code: string; readonly version: number; readonly warnings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }

type Built = {
  readonly record: ProcedureRecord
  readonly sourceHash: string
  readonly form?: FormModel
  readonly validator?: { readonly code: string; readonly sha256: string }
  readonly wordForm?: Stored
  /** What filling the Word form needs to know, worked out here so that no request reads a form by heuristics. */
  readonly template?: Stored
}

type Stored = { readonly body: Uint8Array; readonly sha256: string }

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const MANY = 20

const valueOf = (file: SourceFile): Json | undefined => (file.state === 'read' ? file.value : undefined)

/** The linter has held it against the meta-schema: from here on it is what it says it is. */
const readRecord = (source: ProcedureSource): ProcedureRecord => valueOf(source.record) as unknown as ProcedureRecord

const stored = (body: Uint8Array): Stored => ({ body, sha256: sha256(body) })

/** The compiled parts are hashed too: a release that compiles differently publishes anew, drafts keep what they had. */
const build = (source: ProcedureSource): Built => {
  const record = readRecord(source)
  const schema = valueOf(source.schema)
  const form = schema === undefined ? undefined : compileForm(schema as JsonSchema)
  const validator = form && compileValidator(form)
  const wordForm = source.wordForm && stored(source.wordForm)
  const paper = form && compilePaper(source)
  const template = paper && stored(new TextEncoder().encode(JSON.stringify(paper)))
  const sourceHash = hashOf({ record, form, validator: validator?.sha256, wordForm: wordForm?.sha256, template: template?.sha256 })
  return { record, sourceHash, ...(form ? { form } : {}), ...(validator ? { validator } : {}), ...(wordForm ? { wordForm } : {}), ...(template ? { template } : {}) }
}

const versioned = ({ record, sourceHash, form, validator, wordForm, template }: Built, version: number, publishedAt: string): PublishedProcedure => ({
  record, version, publishedAt, sourceHash,
  ...(form ? { form } : {}),
  ...(validator ? { validatorSha256: validator.sha256 } : {}),
  ...(wordForm ? { wordForm: { sha256: wordForm.sha256, bytes: wordForm.body.byteLength, ...(template ? { templateSha256: template.sha256 } : {}) } } : {}),
})

const putArtefacts = async ({ validator, wordForm, template }: Built, deps: Needs): Promise<void> => {
  if (validator) await deps.artefacts.put('validators', validator.sha256, new TextEncoder().encode(validator.code), 'text/javascript')
  if (wordForm) await deps.artefacts.put('word-forms', wordForm.sha256, wordForm.body, WORD)
  if (template) await deps.artefacts.put('word-templates', template.sha256, template.body, 'application/json')
}

/** Writes under the first free number; a version that an interrupted run of the same source left behind is taken up again. */
const addVersion = async (built: Built, from: number, deps: Needs): Promise<PublishedProcedure> => {
  for (let version = from; version < from + MANY; version += 1) {
    const published = versioned(built, version, civilTime(deps.clock()))
    try {
      await deps.procedures.addVersion(published)
      return published
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error
      const left = await deps.procedures.version(built.record.code, version)
      if (left?.sourceHash === built.sourceHash) return left
    }
  }
  throw new Unavailable('too many versions are being published at once')
}

/** A list only ever adds: it neither replaces what an agency says itself nor takes a form away. What brings a form is no list's, whatever its record began with. */
const isKept = ({ record, form }: Built, current: PublishedProcedure | undefined): boolean =>
  record.listedBy !== undefined && form === undefined && current !== undefined && (current.record.listedBy === undefined || current.form !== undefined)

/** Publishes one procedure folder: lint, compile, artefacts, version, and last of all the pointer to it. Repeats change nothing. */
export const publishProcedure = async (source: ProcedureSource, deps: Needs): Promise<PublishResult> => {
  const findings = lintProcedure(source)
  if (findings.some(({ severity }) => severity === 'error')) return { kind: 'refused', findings }
  const built = build(source)
  const { code } = built.record
  const current = await deps.procedures.current(code)
  if (current?.sourceHash === built.sourceHash) return { kind: 'unchanged', code, version: current.version, warnings: findings }
  if (isKept(built, current)) return { kind: 'kept', code, version: current?.version ?? 0, warnings: findings }
  await putArtefacts(built, deps)
  const published = await addVersion(built, (current?.version ?? 0) + 1, deps)
  await deps.procedures.makeCurrent(published, current?.version ?? 0)
  return { kind: 'published', code, version: published.version, warnings: findings }
}
