import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compileForm, compileValidator } from '../../forms/compile/index.ts'
import { loadValidator } from '../../forms/compile/load-validator.ts'
import { renderFormPage, type Answers, type AssetUrls, type FormModel, type FormPageProps, type ProcedureRecord, type RuleContext, type Section, type Validate, type ViewContext } from '../../forms/index.ts'
import { asOneSection, type BenchForm } from './form.ts'

const ROOT = join(import.meta.dirname, '../..')

export const CONTEXT: RuleContext = { today: '2026-03-02', lists: { communes: () => [], formerCommunes: () => [] } }

/** Our side of the comparison: published once (model, validator), as the publish job does it. */
export type Ours = { readonly bench: BenchForm; readonly form: FormModel; readonly section: Section; readonly code: string; readonly validate: Validate; readonly record: ProcedureRecord }

const readJson = async <Shape>(path: string): Promise<Shape> => JSON.parse(await readFile(join(ROOT, path), 'utf8'))

export const publishOurs = async (source: BenchForm): Promise<Ours> => {
  const bench = asOneSection(source)
  const form = compileForm(bench.schema)
  const { code } = compileValidator(form)
  const [section] = form.sections
  if (section === undefined || form.sections.length !== 1) throw new Error(`the bench form must be one section, not ${form.sections.length}`)
  return { bench, form, section, code, validate: loadValidator(code, form), record: await readJson<ProcedureRecord>('forms/procedures/1.001193/procedure.json') }
}

const NO_ASSETS: AssetUrls = { css: '/assets/portal.css', formJs: '/assets/form.js', communes: {} }

export const readAssets = (): Promise<AssetUrls> => readJson<AssetUrls>('.build/web/manifest.json').catch(() => NO_ASSETS)

export const viewContext = (assets: AssetUrls): ViewContext => ({
  lang: 'vi', path: '/thu-tuc/1.001193/nop', origin: 'http://localhost:3000', assets, sandbox: false, requestId: 'bench',
  portal: { name: { vi: 'Cổng dịch vụ công', en: 'Public services' }, hotline: '1022', feedbackEmail: 'gopy@example.vn' },
})

/** The real page of the form, whole: header, progress, all fields filled, footer. */
export const renderOurs = (ours: Ours, ctx: ViewContext, answers: Answers): string => {
  const props: FormPageProps = {
    record: ours.record, form: ours.form, section: ours.section, answers, issues: [], opened: [], hidden: { _base: '1' },
    action: '/ho-so/b2c7/x', pages: [{ slug: ours.section.slug, title: ours.section.title, done: false }], context: CONTEXT,
  }
  return renderFormPage(ctx, props).html
}

const CONTROL = /<(?:input|select|textarea)\b(?![^>]*type="hidden")[^>]*>/g
/** Visible controls: what makes a page comparable with another. */
export const countControls = (page: string): number => (page.match(CONTROL) ?? []).filter((tag) => !/\sdisabled[\s>]/.test(tag)).length
