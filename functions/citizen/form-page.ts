import type { Answers, Issue, Section, StepResult } from '../../forms/index.ts'
import { renderFormPage } from '../../forms/view/form-page.ts'
import type { DraftView, FormNotice, PageLink } from '../../forms/view/props.ts'
import { ruleContext } from '../core/deps.ts'
import { AppError } from '../core/errors.ts'
import type { OnlineProcedure } from '../core/load-procedure.ts'
import { Unavailable } from '../core/ports.ts'
import { page, type Response } from '../http/respond.ts'
import type { Visit } from './visit.ts'

export type FormPage = {
  readonly procedure: OnlineProcedure
  readonly section: Section
  readonly answers: Answers
  readonly pages: readonly PageLink[]
  /** `/thu-tuc/{code}/nop` before there is a draft, `/ho-so/{id}/{slug}` after. */
  readonly action: string
  /** Control fields: `_token`, `_draft`, `_base`. */
  readonly hidden: Readonly<Record<string, string>>
  readonly issues?: readonly Issue[]
  readonly opened?: readonly string[]
  readonly focus?: string | undefined
  readonly notice?: FormNotice | undefined
  readonly draft?: DraftView
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly cookies?: readonly string[]
}

/** One section of the form as a page. */
export const formPage = ({ view, site }: Visit, { procedure, status, headers, cookies, focus, notice, ...rest }: FormPage): Response =>
  page(renderFormPage(view, {
    ...rest,
    record: procedure.published.record,
    form: procedure.form,
    issues: rest.issues ?? [],
    opened: rest.opened ?? [],
    context: ruleContext(site.deps),
    ...(focus !== undefined && { focus }),
    ...(notice !== undefined && { notice }),
  }), { ...(status !== undefined && { status }), ...(headers && { headers }), ...(cookies && { cookies }) })

/** What a step that stays on its page shows. Errors are 422; new questions and rows are a page like any other. */
export const shownAgain = ({ answers, issues, opened, focus }: StepResult): Pick<FormPage, 'answers' | 'issues' | 'opened' | 'focus' | 'notice' | 'status'> => ({
  answers, issues, opened, focus,
  ...(opened.length > 0 && { notice: 'opened' as const }),
  status: issues.some(({ severity }) => severity !== 'warning') ? 422 : 200,
})

/** What could not be stored, on the page as it was typed: 503 where the store is out of reach, 413 where it is too much. */
export const shownUnsaved = (step: StepResult, error: unknown): Partial<FormPage> & Pick<FormPage, 'answers'> => {
  if (error instanceof Unavailable) return { answers: step.answers, notice: 'unavailable', status: 503, headers: { 'retry-after': '5' } }
  if (error instanceof AppError && error.code === 'answers-too-large') return { ...shownAgain(step), status: 413 }
  throw error
}
