import type { Text } from '../engine/json.ts'

/** How the national portal says that there is nothing. */
export const NOTHING = 'Không có thông tin'

/** One space between words, none around; line breaks stay where `lines` are wanted (see `linesOf`). */
export const plain = (text: string): string => text.normalize('NFC').replace(/[^\S\n]+/gu, ' ').replace(/ ?\n ?/g, '\n').trim()

/** Listed texts are Vietnamese alone: the empty English says so, and pages show the Vietnamese as what it is. */
export const listed = (text: string): Text => ({ vi: plain(text), en: '' })

export const isNothing = (text: string): boolean => /^(?:|-+|Không có thông tin)$/u.test(plain(text))

export const linesOf = (text: string): readonly string[] => plain(text).split('\n').map((line) => line.trim()).filter((line) => line !== '')
