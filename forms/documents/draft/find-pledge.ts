import type { Block } from '../report/document-text.ts'

/** 'Tôi xin cam đoan …', '6. Cam kết: Tôi …', 'Tôi chịu hoàn toàn trách nhiệm …', '… cam kết thực hiện …' (an organisation that the pen names). */
const PLEDGES = /^(\d+\.\s*)?(cam (kết|đoan)\s*:\s*)?((tôi|chúng tôi|tôi\/chúng tôi|…)\s+(xin\s+)?(hoàn toàn\s+)?(cam đoan|cam kết|chịu)(?!\p{L}))/iu
const ITEM = /^[-–+•*]\s*\S/u
/** Longer than any; a page of text under one box is read by nobody. */
const LONGEST = 1500

const linesOf = (blocks: readonly Block[]): readonly string[] => blocks.flatMap((block): readonly string[] => {
  if (block.block === 'table') return block.rows.flat().flatMap(linesOf)
  const text = block.pieces.map(({ text: words, hole }) => (hole === undefined ? words : ' … ')).join('')
  return [text.normalize('NFC').replace(/\(\d+\)/g, '').replace(/\s+/g, ' ').replace(/…( ?…)*/g, '…').replace(/ ([.,;:])/g, '$1').trim()]
})

/** A sentence and its list ('Tôi xin cam kết: - …; - …'), and the sentences of the same sort behind it. */
const goesOn = (before: string, line: string): boolean => PLEDGES.test(line) || (ITEM.test(line) && /[:;]$/.test(before))

/**
 * What the form has a person declare with the signature, in its own words, blanks as '…'; undefined where it prints nothing of
 * the kind. `blocks`: the text of the document.
 */
export const findPledge = (blocks: readonly Block[]): string | undefined => {
  const lines = linesOf(blocks).filter((line) => line !== '')
  const from = lines.findIndex((line) => PLEDGES.test(line))
  if (from === -1) return undefined
  const taken = lines.slice(from, from + 1)
  for (const line of lines.slice(from + 1)) {
    if (!goesOn(taken.at(-1) ?? '', line)) break
    taken.push(line)
  }
  const pledge = taken.join(' ').replace(/^\d+\.\s*/, '').replace(/^cam (kết|đoan)\s*:\s*/iu, '')
  return pledge.length <= LONGEST ? pledge : undefined
}
