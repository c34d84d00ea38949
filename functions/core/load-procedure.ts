import type { FormModel, Validate } from '../../forms/index.ts'
import type { Deps } from './deps.ts'
import { AppError } from './errors.ts'
import type { ArtefactStore, PublishedProcedure, Validators } from './ports.ts'

/** A procedure that can be applied for online: its form and what runs its validator. */
export type OnlineProcedure = { readonly published: PublishedProcedure; readonly form: FormModel; readonly validate: Validate }

type Reads = Pick<Deps, 'procedures' | 'validators'>

/** The pinned version, or the current one; refuses what is unknown. Versions never change: stores may cache them. */
export const findProcedure = async ({ code, version }: { readonly code: string; readonly version?: number }, deps: Pick<Deps, 'procedures'>): Promise<PublishedProcedure> => {
  // It may come from a body: what no procedure is called must not become a key of the table, whose length is bounded.
  if (!/^[\w.-]{1,80}$/.test(code)) throw new AppError('procedure-not-found', { code: code.slice(0, 80) })
  const published = version === undefined ? await deps.procedures.current(code) : await deps.procedures.version(code, version)
  if (!published) throw new AppError('procedure-not-found', { code })
  return published
}

/** The same with its form and validator; refuses what is posted for information only. */
export const loadProcedure = async (wanted: { readonly code: string; readonly version?: number }, deps: Reads): Promise<OnlineProcedure> => {
  const published = await findProcedure(wanted, deps)
  if (!published.form) throw new AppError('not-online', { code: wanted.code })
  return { published, form: published.form, validate: await deps.validators(published) }
}

// With its own import: the formats that validators ask for (every country's phone numbers among them) are no part of a cold start.
const loadText = async (text: Promise<Uint8Array>, form: FormModel): Promise<Validate> => {
  const [{ loadValidator }, code] = await Promise.all([import('../../forms/compile/load-validator.ts'), text])
  return loadValidator(new TextDecoder().decode(code), form)
}

/** Validators fetched by their SHA-256 and kept for the life of the container; a failed fetch is not kept. */
export const cachedValidators = (artefacts: Pick<ArtefactStore, 'get'>): Validators => {
  const loaded = new Map<string, Promise<Validate>>()
  return (published) => {
    const { form, validatorSha256 } = published
    if (!form || !validatorSha256) throw new AppError('not-online', { code: published.record.code })
    const found = loaded.get(validatorSha256) ?? loadText(artefacts.get('validators', validatorSha256), form)
    loaded.set(validatorSha256, found)
    found.catch(() => loaded.delete(validatorSha256))
    return found
  }
}
