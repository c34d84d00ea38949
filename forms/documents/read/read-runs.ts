import type { Range } from '../hole.ts'
import { attribute, childElements, descendants, firstChild, isOn, localName } from '../xml/elements.ts'
import { isText, type Part, type XmlElement } from '../xml/parse-part.ts'
import { placeText } from '../xml/text-map.ts'
import { drawnBoxes } from './drawn-box.ts'
import { BOX, FIELD, NOTE, type Atom, type Look } from './paper.ts'
import { nearest, type Styles } from './read-styles.ts'
import { isBoxChar, isSymbolBox, isSymbolFont } from './symbols.ts'

/** What one paragraph is read into. `open`: Word's own fields that have begun and not ended. */
export type Sink = { readonly atoms: Atom[]; readonly frames: XmlElement[]; readonly open: OpenField[] }
type OpenField = { readonly start: number; instruction: string; result: boolean }

export type Source = { readonly part: Part; readonly styles: Styles; readonly paragraphStyle: readonly XmlElement[]; readonly noteNumber: (id: string) => number }

const DEFAULT_SIZE = 12

const lookOf = (run: XmlElement, { styles, paragraphStyle }: Source): Look => {
  const own = firstChild(run, 'rPr')
  const styleId = attribute(firstChild(own ?? run, 'rStyle'), 'val')
  const chain = [...(own ? [own] : []), ...(styleId === undefined ? [] : styles.chain(styleId, 'rPr')), ...paragraphStyle]
  const underline = nearest(chain, 'u')
  const fonts = nearest(chain, 'rFonts')
  return {
    bold: isOn(nearest(chain, 'b')), underlined: underline !== undefined && attribute(underline, 'val') !== 'none',
    sup: attribute(nearest(chain, 'vertAlign'), 'val') === 'superscript', size: Number(attribute(nearest(chain, 'sz'), 'val') ?? DEFAULT_SIZE * 2) / 2,
    symbols: isSymbolFont(attribute(fonts, 'ascii') ?? ''),
  }
}

const fontOf = (run: XmlElement): string => attribute(firstChild(firstChild(run, 'rPr') ?? run, 'rFonts'), 'ascii') ?? ''

const rangeOf = ({ part }: Source, { start, end }: { readonly start: number; readonly end: number }): Range => ({ part: part.name, start, end })

/** Combining marks belong to the letter before: NFC text over NFD source. */
const addChar = (sink: Sink, char: string, range: Range, look: Look): void => {
  const last = sink.atoms.at(-1)
  const joined = last?.kind === 'char' && /\p{M}/u.test(char) ? (last.char + char).normalize('NFC') : ''
  if (last && joined.length === 1) sink.atoms[sink.atoms.length - 1] = { ...last, char: joined, range: { ...last.range, end: range.end } }
  else if (joined === '' || !/^\p{M}$/u.test(char)) sink.atoms.push({ kind: 'char', char, range, look })
}

const addText = (sink: Sink, element: XmlElement, run: XmlElement, source: Source): void => {
  const look = lookOf(run, source)
  const font = look.symbols ? fontOf(run) : ''
  for (const text of element.children.filter(isText)) for (const { char, start, end } of placeText(source.part.source, text.start, text.end)) {
    const range = rangeOf(source, { start, end })
    if (isBoxChar(char) || (look.symbols && isSymbolBox(font, char.charCodeAt(0)))) sink.atoms.push({ kind: 'box', char: BOX, range, look, ...(look.symbols ? {} : { typed: true }) })
    else if (/\s/.test(char) && look.underlined) sink.atoms.push({ kind: 'char', char: ' ', range, look, leader: true })
    else addChar(sink, char.length > 1 ? '\uFFFD' : /[\u00A0\u2000-\u200A\u202F\u3000]/.test(char) ? ' ' : char.normalize('NFC').length === 1 ? char.normalize('NFC') : char, range, look)
  }
}

const addSymbol = (sink: Sink, element: XmlElement, look: Look, source: Source): void => {
  const code = Number.parseInt(attribute(element, 'char') ?? '0', 16)
  const isBox = isSymbolBox(attribute(element, 'font') ?? '', code)
  sink.atoms.push({ kind: isBox ? 'box' : 'char', char: isBox ? BOX : '•', range: rangeOf(source, element), look })
}

const addDrawing = (sink: Sink, element: XmlElement, look: Look, source: Source): void => {
  for (const { x, y } of drawnBoxes(element)) sink.atoms.push({ kind: 'box', char: BOX, range: rangeOf(source, element), look, ...(Number.isFinite(x) ? { x } : {}), ...(Number.isFinite(y) ? { y } : {}) })
  const frame = descendants(element, 'txbxContent')[0]
  if (frame) sink.frames.push(frame)
}

/** A field that people fill, or that a program would: its result is not text of the form. */
const isBlank = ({ instruction }: OpenField): boolean => /^\s*(MERGEFIELD|FORMTEXT|FORMDROPDOWN|FORMCHECKBOX)\b/i.test(instruction)

const fieldAtom = (instruction: string, range: Range, look: Look): Atom => {
  if (/^\s*FORMCHECKBOX/i.test(instruction)) return { kind: 'box', char: BOX, range, look }
  const name = /MERGEFIELD\s+"?([^"\\]+?)"?\s*(\\|$)/i.exec(instruction)?.[1]
  return { kind: 'field', char: FIELD, range, look, ...(name === undefined ? {} : { name: name.replaceAll('_', ' ') }) }
}

const turnField = (sink: Sink, element: XmlElement, run: XmlElement, source: Source): void => {
  const type = attribute(element, 'fldCharType')
  const field = sink.open.at(-1)
  if (type === 'begin') sink.open.push({ start: run.start, instruction: '', result: false })
  else if (type === 'separate' && field) field.result = true
  else if (type === 'end' && field) {
    sink.open.pop()
    if (isBlank(field)) sink.atoms.push(fieldAtom(field.instruction, rangeOf(source, { start: field.start, end: run.end }), lookOf(run, source)))
  }
}

const noteAtom = (element: XmlElement, look: Look, source: Source): Atom =>
  ({ kind: 'note', char: NOTE, range: rangeOf(source, element), look, note: source.noteNumber(attribute(element, 'id') ?? '') })

type Take = (sink: Sink, element: XmlElement, run: XmlElement, source: Source) => void

const space = (kind: 'tab' | 'break', char: string): Take => (sink, element, run, source) => {
  const look = lookOf(run, source)
  sink.atoms.push({ kind, char, range: rangeOf(source, element), look, ...(kind === 'tab' && look.underlined ? { leader: true } : {}) })
}

/** The branch that today's Word draws; only where it shows nothing is the older one read. */
const takeAlternate: Take = (sink, element, run, source) => {
  const [choice, fallback] = [firstChild(element, 'Choice'), firstChild(element, 'Fallback')]
  const before = sink.atoms.length + sink.frames.length
  if (choice) takeChildren(sink, choice, run, source)
  if (fallback && sink.atoms.length + sink.frames.length === before) takeChildren(sink, fallback, run, source)
}

const takeDrawing: Take = (sink, element, run, source) => addDrawing(sink, element, lookOf(run, source), source)

const TAKES: Readonly<Record<string, Take>> = {
  t: (sink, element, run, source) => { if (sink.open.every((field) => field.result && !isBlank(field))) addText(sink, element, run, source) },
  tab: space('tab', '\t'), ptab: space('tab', '\t'), br: space('break', '\n'), cr: space('break', '\n'),
  noBreakHyphen: (sink, element, run, source) => addChar(sink, '-', rangeOf(source, element), lookOf(run, source)),
  sym: (sink, element, run, source) => addSymbol(sink, element, lookOf(run, source), source),
  fldChar: turnField,
  instrText: (sink, element) => { const field = sink.open.at(-1); if (field) field.instruction += element.text },
  footnoteReference: (sink, element, run, source) => { sink.atoms.push(noteAtom(element, lookOf(run, source), source)) },
  endnoteReference: (sink, element, run, source) => { sink.atoms.push(noteAtom(element, lookOf(run, source), source)) },
  drawing: takeDrawing, pict: takeDrawing, object: takeDrawing, AlternateContent: takeAlternate,
}

const takeChildren = (sink: Sink, parent: XmlElement, run: XmlElement, source: Source): void => {
  for (const element of childElements(parent)) TAKES[localName(element)]?.(sink, element, run, source)
}

const takeControl = (sink: Sink, control: XmlElement, source: Source): void => {
  const [properties, content] = [firstChild(control, 'sdtPr'), firstChild(control, 'sdtContent')]
  if (!content) return
  const look = lookOf(descendants(content, 'r')[0] ?? content, source)
  if (properties && firstChild(properties, 'checkbox')) sink.atoms.push({ kind: 'box', char: BOX, range: rangeOf(source, control), look })
  else if (isPlaceholder(control)) sink.atoms.push(controlAtom(control, content, look, source))
  else takeInline(sink, content, source)
}

const LEADER_ONLY = /^[\s.…_‥·]*$/

/** Does a content control wait for an answer? It says so, or holds nothing but blank or dots. */
export const isPlaceholder = (control: XmlElement): boolean =>
  isOn(firstChild(firstChild(control, 'sdtPr') ?? control, 'showingPlcHdr')) || LEADER_ONLY.test(descendants(control, 't').map((text) => text.text).join(''))

const controlAtom = (control: XmlElement, content: XmlElement, look: Look, source: Source): Atom => {
  const properties = firstChild(control, 'sdtPr')
  const name = attribute(firstChild(properties, 'alias'), 'val')
  return { kind: 'field', char: FIELD, range: rangeOf(source, content), look, ...(name === undefined ? {} : { name }) }
}

/** Runs of a paragraph, and what may hold runs: links, insertions; what was deleted is not read. */
export const takeInline = (sink: Sink, parent: XmlElement, source: Source): void => {
  for (const element of childElements(parent)) {
    const name = localName(element)
    if (name === 'r') takeChildren(sink, element, element, source)
    else if (name === 'sdt') takeControl(sink, element, source)
    else if (name === 'fldSimple' && isBlank({ start: 0, instruction: attribute(element, 'instr') ?? '', result: true })) {
      sink.atoms.push(fieldAtom(attribute(element, 'instr') ?? '', rangeOf(source, element), lookOf(firstChild(element, 'r') ?? element, source)))
    } else if (['hyperlink', 'ins', 'moveTo', 'smartTag', 'fldSimple', 'customXml', 'dir', 'bdo'].includes(name)) takeInline(sink, element, source)
  }
}
