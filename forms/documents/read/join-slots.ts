import { findStretches, type Slot, type Stretch } from './find-slots.ts'
import { NOTE, type Paragraph } from './paper.ts'

type Joint = { readonly when: RegExp; readonly date?: 'words' | 'slashes'; readonly time?: boolean }

const SLASH: Joint = { when: /^\s*[/\-–]\s*(20)?$/, date: 'slashes' }
const NOTE_BETWEEN: Joint = { when: new RegExp(`^\\s*(\\(\\d{1,2}\\)|${NOTE})\\s*$`) }
/** Forms in two languages say it twice: 'tháng (month)', 'tháng/month'. */
const IN_ENGLISH = '(?:\\s*[(/]+\\s*(?:date|day|month|year)\\s*\\)?)?'
const MONTH: Joint = { when: new RegExp(`^[\\s,]*(?:tháng${IN_ENGLISH}|\\(?month\\)?)[\\s:]*$`, 'i'), date: 'words' }
const YEAR: Joint = { when: new RegExp(`^[\\s,/]*(?:năm${IN_ENGLISH}|\\(?year\\)?)[\\s:]*(20|19|201|202)?\\s*$`, 'i'), date: 'words' }
const HOUR: Joint = { when: /^\s*(giờ|h)[\s:,]*$/i, time: true }
/** 'Kích thước: … x … m' is one measure. */
const TIMES: Joint = { when: /^\s*[x×]\s*$/i }
const JOINTS = [TIMES, HOUR, SLASH, NOTE_BETWEEN, MONTH, YEAR]

const MONTH_BEFORE = new RegExp(`(?:tháng${IN_ENGLISH}|month)[\\s:]*$`, 'i')
const DAY_BEFORE = new RegExp(`(?:ngày${IN_ENGLISH}|day|date)[\\s:]*$`, 'i')

/** 'tháng … năm …' is a date only where 'ngày …' or 'tháng' stands before: a man is also '… tháng' old. */
const mayJoin = (joint: Joint, before: string, last: Slot): boolean =>
  joint !== MONTH && joint !== YEAR ? true : joint === MONTH ? DAY_BEFORE.test(before) : MONTH_BEFORE.test(before) || last.date === 'words'

const noteIn = (between: string, { atoms }: Paragraph, from: number): number | undefined => {
  const printed = /\((\d{1,2})\)/.exec(between)?.[1]
  return printed === undefined ? atoms.slice(from, from + between.length).find(({ kind }) => kind === 'note')?.note : Number(printed)
}

const join = (last: Slot, next: Stretch, joint: Joint, note: number | undefined): Slot => ({
  ...last, to: next.to, parts: [...last.parts, next], ...(joint.date ? { date: joint.date } : {}), ...(joint.time ? { time: true } : {}), ...(note === undefined ? {} : { note }),
})

const nameOf = ({ text, atoms }: Paragraph, { from, to }: Stretch): string | undefined =>
  atoms.slice(from, to).find(({ name }) => name !== undefined)?.name ?? /[{«<[(]+\s*([^{}«»<>[\]()]+?)[\s.…]*[}»>\])]/.exec(text.slice(from, to))?.[1]

const asSlot = (paragraph: Paragraph, stretch: Stretch): Slot => {
  const name = nameOf(paragraph, stretch)
  return { ...stretch, parts: [stretch], ...(name === undefined ? {} : { name }) }
}

/** The year of a date at the signature is often half printed: '20…'. */
const LONGEST_DATE = 3

/** Slots of a paragraph: what belongs to one date, or is broken by a note's mark, is one. */
export const findSlots = (paragraph: Paragraph): readonly Slot[] => {
  const slots: Slot[] = []
  for (const stretch of findStretches(paragraph)) {
    const last = slots.at(-1)
    const between = last ? paragraph.text.slice(last.to, stretch.from) : ''
    const joint = last && JOINTS.find((one) => one.when.test(between) && mayJoin(one, paragraph.text.slice(0, last.from), last))
    if (last && joint && last.parts.length < (joint.date ? LONGEST_DATE : Number.POSITIVE_INFINITY)) slots[slots.length - 1] = join(last, stretch, joint, joint === NOTE_BETWEEN ? noteIn(between, paragraph, last.to) : undefined)
    else slots.push(asSlot(paragraph, stretch))
  }
  return slots
}
