import type { Draft } from './drafts.ts'
import { cleanLabel } from './label.ts'
import type { Line } from './lines.ts'
import type { Options } from './read-options.ts'
import { takeSlots } from './take-slots.ts'
import { DEPENDS, type Walk } from './walk.ts'
import { plainWords, trimPunctuation } from './words.ts'

/** '(ghi rõ)' alone names nothing: the words of the box stay. */
const BARE = /^(ghi|nêu) rõ$/iu

const childLabel = (label: string, option: string): string => {
  const rest = cleanLabel(label.startsWith(option) ? label.slice(option.length).replaceAll(/[()]/g, ' ') : label)
  return rest === '' || BARE.test(rest) ? label : rest
}

const markChildren = (walk: Walk, from: number, option: string): void => {
  walk.drafts.slice(from).forEach((draft: Draft, i) => {
    if (draft.kind !== undefined) return
    const isBare = option === '' || walk.drafts[from - 1]?.kind === 'yesNo'
    const section = isBare ? draft.section : [...draft.section.filter((name) => name !== option), ...(walk.group && walk.group.label !== '' ? [walk.group.label] : []), option].filter((name, at, all) => name !== all[at - 1])
    walk.drafts[from + i] = { ...draft, optional: true, label: childLabel(draft.label, option), section }
  })
}

/** 'Nam ☐ Nữ ☐ Sinh ngày: …': behind boxes that stand behind their words a new question may begin. */
const isNewQuestion = (words: string): boolean => /^\p{Lu}/u.test(trimPunctuation(words)) && !words.startsWith('(') && !DEPENDS.test(words)

/** Dots beside a box ask for more of that option. Returns where the words behind the last of them begin. */
export const takeChildren = (walk: Walk, line: Line, { options, leading, rest }: Options): number => {
  const text = line.paragraph.text
  let end = rest
  options.forEach(({ at, text: own }, i) => {
    const [from, stop] = [at + 1, options[i + 1]?.at ?? line.to]
    const slots = line.slots.filter((slot) => slot.from >= from && slot.to <= stop)
    const [first, last] = [slots[0], slots.at(-1)]
    if (!first || !last) return
    const before = walk.drafts.length
    end = Math.max(rest, takeSlots(walk, line, from, stop))
    const next = options[i + 1]
    if (next && !leading && trimPunctuation(plainWords(text.slice(last.to, stop))) === '') markChildren(walk, before, next.text)
    else if (leading || !isNewQuestion(plainWords(text.slice(from, first.from)))) markChildren(walk, before, own)
  })
  return end
}
