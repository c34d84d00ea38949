import type { Draft, Spot } from './drafts.ts'
import { cleanLabel, noteOf, withoutTail } from './label.ts'
import type { Line, Site } from './lines.ts'
import type { NoteTexts } from './find-notes.ts'
import type { Paragraph } from './paper.ts'
import { countWords, plainWords } from './words.ts'
import { openPart, PARTY_LEVEL, partName, partyOf, personOf, type Part } from './sections.ts'

/** Words that wait for what they ask: a heading, or the end of a line. `blank`: the first empty line since. `asked`: a bracket below says what to write; `itemised`: the first of a list stands below; `broken`: its last word may stand on the line below. */
export type Pending = { readonly label: string; readonly note: number | null; readonly line: Line; readonly trailing: boolean; readonly heading: boolean; blank: Paragraph | undefined; asked?: true; itemised?: true; broken?: true }

/** A list of boxes. `at`: its draft, where a question under one of the options had ended it. */
export type Group = { readonly path: string; readonly label: string; readonly ofPart: boolean; readonly note: number | null; readonly heading: string; readonly options: { readonly text: string; readonly spot: Spot }[]; readonly where: string; readonly section: readonly string[]; readonly optional: boolean; readonly order: number; readonly at?: number }

/** How 'Kính gửi' calls the office: the marks of its notes, and the words before its dots. Wherever they stand, the office is named again. */
export type Office = { readonly notes: ReadonlySet<number>; readonly names: readonly string[] }

/** Where the reader stands in the form. It goes from top to bottom once. */
export type Walk = {
  readonly drafts: Draft[]
  readonly notUnderstood: { readonly text: string; readonly where: string }[]
  /** Lines of a list that asks without dots. */
  readonly outline: ReadonlySet<Line>
  /** What the notes say that the item being read may refer to. */
  notes: NoteTexts
  readonly office: Office
  /** Number of the paragraph at whose end the office is named: dots at the beginning of the next go on with its name. */
  officeAt: number | undefined
  parts: readonly Part[]
  pending: Pending | undefined
  /** The hole that an empty dotted line would carry on. */
  last: { readonly at: number; readonly path: string } | undefined
  /** Where a list of blank numbered lines is filled. */
  list: { readonly at: number; readonly path: string } | undefined
  /** Number of the paragraph that last asked without any dots. */
  blankAt: number | undefined
  group: Group | undefined
  /** The list that ended last, with the number of its last paragraph. */
  ended: { readonly group: Group; readonly n: number } | undefined
  /** The option that the line below it asks more of. */
  under: { readonly words: string; readonly n: number; readonly path: string } | undefined
  /** Lonely boxes that one heading makes a choice: its draft, and what points at each. */
  ways: { readonly at: number; readonly mark: string } | undefined
  person: string
  /** The cell that is being read. */
  path: string
}

export const startWalk = (notes: NoteTexts, office: Office, outline: ReadonlySet<Line>): Walk => ({ drafts: [], notUnderstood: [], notes, office, outline, officeAt: undefined, parts: [], pending: undefined, last: undefined, list: undefined, blankAt: undefined, group: undefined, ended: undefined, under: undefined, ways: undefined, person: '', path: '' })

/** The place for a person: 'table 2, row 3' or 'paragraph 14'. */
export const whereOf = (site: Site, paragraph: Paragraph): string => site.where || `paragraph ${paragraph.n}`

export const sectionOf = ({ parts }: Walk): readonly string[] => parts.map(({ name }) => name)
export const isOptionalHere = ({ parts }: Walk): boolean => parts.some(({ optional }) => optional)

/** A question about whom: those that follow are about the same. */
const turnToParty = (walk: Walk, label: string): void => {
  const party = partyOf(label)
  if (party === undefined) return
  const name = party.toLowerCase()
  const isOpen = walk.parts.some((part) => part.name.toLowerCase().includes(name))
  if (!isOpen) walk.parts = openPart(walk.parts, { name: party, level: PARTY_LEVEL, optional: isOptionalHere(walk), path: walk.path })
}

/** Asked only of those who said yes. */
export const DEPENDS = /^(số lượng|số bản|nếu có|nếu không|cụ thể|ghi rõ|lý do|lí do)(?!\p{L})/iu

const LONGEST_SCOPE = 16

/** Words before a label as a part of the form; a whole sentence is none. */
export const scopePath = (scope: string): readonly string[] => { const name = partName(scope, ''); return name === '' || name.split(' ').length > LONGEST_SCOPE ? [] : [name] }

export type NewDraft = Pick<Draft, 'label' | 'note' | 'rows' | 'where'> & Partial<Draft>

export const addDraft = (walk: Walk, draft: NewDraft): number => {
  turnToParty(walk, draft.label)
  walk.person = personOf(draft.label) || walk.person
  const scope = draft.scope ?? ''
  const section = draft.section ?? [...sectionOf(walk), ...scopePath(scope)]
  const before = walk.drafts.at(-1)
  const followsYesNo = before?.kind === 'yesNo' && DEPENDS.test(draft.label) ? { optional: true } : {}
  walk.drafts.push({ order: walk.drafts.length, repeat: null, after: '', optional: isOptionalHere(walk), ...draft, ...followsYesNo, scope, section, hint: draft.note === null ? undefined : walk.notes.get(draft.note) })
  return walk.drafts.length - 1
}

/** Another dotted line, or another part, of a hole that is there already. */
export const addSpot = (walk: Walk, at: number, spot: Spot): void => {
  const draft = walk.drafts[at]
  if (draft) walk.drafts[at] = { ...draft, rows: [...draft.rows.slice(0, -1), [...(draft.rows.at(-1) ?? []), spot]] }
}

export const addRow = (walk: Walk, at: number, spot: Spot): void => {
  const draft = walk.drafts[at]
  if (draft) walk.drafts[at] = { ...draft, rows: [...draft.rows, [spot]] }
}

const LONGEST_HEAD = 6
const LEAST_EXPLAINED = 12

/** 'Hoàn cảnh cá nhân: Hoàn cảnh kinh tế, …?': words before a colon ask, the sentences behind it only tell how to answer. */
const withoutExplanation = (label: string): string => {
  const [head = '', ...rest] = label.split(/:\s+(?=\p{L})/u)
  return countWords(head) >= 2 && countWords(head) <= LONGEST_HEAD && countWords(rest.join(' ')) >= LEAST_EXPLAINED ? head : label
}

/** 'Sau khi tìm hiểu quy định, tôi đề nghị:' asks with its last clause. */
const WISH = /^.{20,},\s(?=(?:chúng )?tôi (?:xin )?(?:đề nghị|đăng ký|yêu cầu)$)/iu

export const wait = (walk: Walk, line: Line, from: number, flags: { readonly trailing: boolean; readonly heading: boolean }): void => {
  const printed = line.paragraph.text.slice(from, line.to)
  const text = from > line.from ? withoutTail(printed) : printed
  const label = withoutExplanation(cleanLabel(text)).replace(WISH, '')
  walk.pending = label === '' ? undefined : { label, note: noteOf(text, line.paragraph.atoms.slice(from, line.to)), line, blank: undefined, ...flags }
}

const OWN_PART_LEVEL = 2

/** A line that turned out to be a question is no part of the form. */
export const forgetPart = (walk: Walk, { label, heading }: Pending): void => {
  const last = walk.parts.at(-1)
  if (heading && last && last.level > OWN_PART_LEVEL && last.name.toLowerCase() === partName(label, '').toLowerCase()) walk.parts = walk.parts.slice(0, -1)
}

/** '- Diện tích … theo quy định của pháp luật' above 'về đất trồng lúa: …': an item of a list that goes on below. */
export const isBrokenOff = ({ heading, line }: Pending): boolean => {
  const words = plainWords(line.text)
  return !/[:.;]$/.test(words) && (!heading || (!line.bold && /^[-–+]/.test(words)))
}

export const takePending = (walk: Walk): Pending | undefined => {
  const { pending } = walk
  walk.pending = undefined
  return pending
}
