import { UNFINISHED } from '../../authoring/unfinished.ts'
import { foldText } from '../../engine/fold.ts'
import type { Text } from '../../engine/json.ts'
import type { ChannelTerms, Component, FeeRule, LimitRule, ProcedureRecord } from '../../engine/procedure.ts'
import type { WordForm } from '../hole.ts'
import { labelLikeness } from '../mapping/likeness.ts'
import { formComponent } from './draft-record.ts'

const FORM_WORDS = /^[^a-z]*(mau (so )?[\d\w-]*\s*)?(to khai|don|giay de nghi|phieu|ban khai|de nghi|van ban de nghi|ban dang ky)\b/
/** What lists call the pages themselves. */
const ONLINE_FORM = /^[^a-z]*(mau|bieu mau|to khai|don)\b.{0,20}dien tu( tuong tac)?\b/
const SAME_FORM = 0.9

/** Which of the listed papers is the form itself: called as forms are, and most like its title. */
const formAmong = (components: readonly Component[], form: WordForm): Component | undefined =>
  components.filter(({ title, duty }) => duty === 'submit' && FORM_WORDS.test(foldText(title.vi)))
    .toSorted((a, b) => labelLikeness(b.title.vi, form.title) - labelLikeness(a.title.vi, form.title))[0]

/** The form itself, however often the list names it: once for each case, or as the pages that stand for it. */
const isForm = (component: Component, own: Component | undefined): boolean =>
  component.isForm === true || (own !== undefined && (component === own || ONLINE_FORM.test(foldText(component.title.vi)) || labelLikeness(component.title.vi, own.title.vi) >= SAME_FORM))

const CASE = /truong hop|doi voi|neu co|neu la|mot trong|hoac|khi /

/** A paper of some cases only is not owed by all: until an author says when, it may be left out. */
const isOwed = ({ title, group }: Component): boolean => group === undefined && !CASE.test(foldText(title.vi))

/** Lists put sentences among the papers: what has no count is none. */
const isPaper = ({ duty, originals, copies }: Component): boolean => duty === 'submit' && originals + copies > 0

/** Online every paper that is handed in is a file. A condition on the answers of another form says nothing of this one. */
const asFile = ({ when, ...component }: Component): Component => {
  if (component.isForm || !isPaper(component)) return component
  if (component.upload) return when ? { ...component, upload: { ...component.upload, required: false } } : component
  return { ...component, upload: { required: isOwed(component), accept: ['pdf', 'jpg', 'png'], maxBytes: 10_485_760, maxFiles: 10 } }
}

const componentsOf = ({ components }: ProcedureRecord, form: WordForm): readonly Component[] => {
  const own = components.some(({ isForm }) => isForm === true) ? undefined : formAmong(components, form)
  const marked = components.map((one) => (isForm(one, own) ? { ...one, isForm: true } : one))
  return (marked.some(({ isForm }) => isForm === true) ? marked : [formComponent(form), ...marked.filter(({ id }) => id !== 'to-khai')]).map(asFile)
}

const HOURS: Readonly<Record<LimitRule['unit'], number>> = { hours: 1, workingDays: 24, days: 24, months: 720 }

/** Which of several limits holds is not known before an author says when: nobody is promised less than the longest. */
const longestLast = (limits: readonly LimitRule[]): readonly LimitRule[] =>
  limits.toSorted((a, b) => a.amount * HOURS[a.unit] - b.amount * HOURS[b.unit])

/** All rules but the last need a case, or those behind them would never hold. */
const byCase = <Rule extends { readonly when?: unknown; readonly case?: Text; readonly note?: Text }>(rules: readonly Rule[]): readonly Omit<Rule, 'when'>[] =>
  rules.map(({ when: _ofAnotherForm, ...rule }, i) => (i === rules.length - 1 || rule.case ? rule : { ...rule, case: rule.note ?? UNFINISHED }))

const feesOf = ({ fees, feeText }: ChannelTerms): readonly FeeRule[] => {
  if (fees.length > 0) return byCase(fees)
  return [{ amount: null, note: feeText ?? UNFINISHED, basis: '' }]
}

/** A list may give a number without its unit: the number is kept, and somebody has to say what it counts. */
const openLimit = ({ limitText }: ChannelTerms): LimitRule => ({ amount: /^\d+$/.test(limitText?.vi ?? '') ? Number(limitText?.vi) : 1, unit: 'workingDays', note: UNFINISHED, basis: '' })

const promised = (terms: ChannelTerms): ChannelTerms =>
  ({ ...terms, limits: terms.limits.length > 0 ? byCase(longestLast(terms.limits)) : [openLimit(terms)], fees: feesOf(terms) })

/** Online as at the counter, where the record does not say otherwise. */
const channelsOf = ({ channels }: ProcedureRecord): readonly ChannelTerms[] => {
  const { note: _howToGetThere, ...counter } = channels.find(({ channel }) => channel === 'counter') ?? channels[0] ?? { channel: 'counter' as const, limits: [], fees: [] }
  return (channels.some(({ channel }) => channel === 'online') ? channels : [{ ...counter, channel: 'online' as const }, ...channels]).map(promised)
}

/**
 * A record of level 2, whose paper form is now online. What it says stays: the online way and the grade are added, the form is
 * found among its papers, the others may be attached. Where a promise is owed that it does not make, the marker of a draft
 * stands (the linter lists it).
 */
export const raiseRecord = (record: ProcedureRecord, form: WordForm): ProcedureRecord => ({
  ...record, agency: record.agency.title.vi === '' ? { ...record.agency, title: UNFINISHED } : record.agency,
  levels: [...record.levels.filter(({ scheme }) => scheme !== 'nd-43-2011'), { scheme: 'nd-43-2011', grade: 3 }],
  channels: channelsOf(record), components: componentsOf(record, form),
})
