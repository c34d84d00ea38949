import { askedWhen, choicesBefore, isRequired, keyOfAsked, sayChoice } from '../../authoring/edit/conditions.ts'
import { helpOf, inputTypeOf, isContainer, titleOf, type FormNode } from '../../authoring/edit/form-nodes.ts'
import { NEW_PAGE } from '../../authoring/edit/new-page.ts'
import { isOffered, optionsOf, QUESTION_KINDS } from '../../authoring/edit/question-kinds.ts'
import type { Wrong } from '../../authoring/edit/work.ts'
import { blocksAround, paperHtml } from '../../documents/report/paper-html.ts'
import type { Hole } from '../../documents/hole.ts'
import { isAtOrBelow } from '../../engine/pointer.ts'
import { html, type Html } from '../../view/html.ts'
import { checkBox, selectBox, summary, textBox, textInput, type Choices, type Filled } from './controls.ts'
import { holesOf, markOfNode, type Desk } from './desk.ts'
import { framed } from './frame.ts'

/** What was posted and not taken: the page shows it again. */
export type Posted = { readonly typed: ReadonlyMap<string, string>; readonly wrongs: readonly Wrong[] } | undefined

const lines = (texts: readonly string[]): string => texts.join('\n')

const valuesOf = (desk: Desk, node: FormNode): Readonly<Record<string, string>> => {
  const [title, help, options] = [titleOf(node.node), helpOf(node.node), optionsOf(node.node).map(titleOf)]
  return {
    'title.vi': title.vi, 'title.en': title.en, 'help.vi': help.vi, 'help.en': help.en, kind: inputTypeOf(node.node),
    'options.vi': lines(options.map(({ vi }) => vi)), 'options.en': lines(options.map(({ en }) => en)),
    must: isRequired(desk.work.schema, node) ? 'yes' : '', when: keyOfAsked(askedWhen(desk.work.schema, node)),
  }
}

export const filled = (values: Readonly<Record<string, string>>, posted: Posted, desk: Desk): Filled =>
  ({ lang: desk.lang, wrongs: posted?.wrongs ?? [], value: (name) => posted?.typed.get(name) ?? values[name] ?? '' })

const titleRows = ({ say }: Desk, isQuestion: boolean, now: Filled): Html => html`<div class="two">${textInput({ name: 'title.vi', label: say(isQuestion ? 'titleVi' : 'partVi'), lang: 'vi' }, now)}${textInput({ name: 'title.en', label: say(isQuestion ? 'titleEn' : 'partEn'), lang: 'en' }, now)}</div>
<div class="two">${textBox({ name: 'help.vi', label: say('helpVi'), lang: 'vi', rows: 3 }, now)}${textBox({ name: 'help.en', label: say('helpEn'), lang: 'en', rows: 3 }, now)}</div>`

const kindChoices = ({ lang }: Desk): Choices => Object.entries(QUESTION_KINDS).map(([value, text]) => ({ value, text: text[lang] }))

const kindRows = (desk: Desk, now: Filled): Html => html`${selectBox({ name: 'kind', label: desk.say('kind'), choices: kindChoices(desk) }, now)}
<div class="two">${textBox({ name: 'options.vi', label: desk.say('optionsVi'), hint: desk.say('optionsHint'), lang: 'vi', rows: 4 }, now)}${textBox({ name: 'options.en', label: desk.say('optionsEn'), lang: 'en', rows: 4 }, now)}</div>`

const whenRow = (desk: Desk, node: FormNode, now: Filled): Html => {
  const asked = askedWhen(desk.work.schema, node)
  const choices = choicesBefore(desk.work.schema, node)
  const own = asked === 'byHand' ? [{ value: 'byHand', text: desk.say('byHand') }] : []
  return selectBox({ name: 'when', label: desk.say('when'), choices: [...own, { value: '', text: desk.say('always') }, ...choices.map((choice) => ({ value: choice.key, text: sayChoice(choice)[desk.lang] }))] }, now)
}

const paperRow = (desk: Desk, holes: ReadonlySet<number>): Html => {
  const blocks = blocksAround(desk.text, holes)
  const links = { seen: new Set<number>(), hrefOf: (n: number) => `/#hole-${n}`, labelOf: (n: number) => `${desk.say('paper')} ${n}` }
  return blocks.length === 0 ? html`` : html`<section class="paper" aria-labelledby="paper"><h2 id="paper">${desk.say('words')}</h2>${paperHtml(blocks, links)}</section>`
}

const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}">`

/** Parts with the parts that they stand in, as a list to choose from; none that stands inside `but`. */
const partChoices = ({ nodes, lang, say }: Desk, but?: FormNode): Choices => {
  const parts = nodes.filter(isContainer)
  const isWithin = (inner: FormNode, outer: FormNode): boolean => isAtOrBelow(inner.at, outer.at)
  const pathOf = (part: FormNode): string => parts.filter((one) => isWithin(part, one)).map(({ node }) => titleOf(node)[lang]).join(' › ')
  return [{ value: '', text: say('choose') }, ...parts.filter((part) => but === undefined || !isWithin(part, but)).map((part) => ({ value: part.pointer, text: pathOf(part) })), { value: NEW_PAGE, text: say('newPage') }]
}

const targetRows = (desk: Desk, now: Filled, but?: FormNode): Html => html`${selectBox({ name: 'into', label: desk.say('into'), choices: partChoices(desk, but) }, now)}
<div class="two">${textInput({ name: 'page.vi', label: desk.say('pageVi'), lang: 'vi' }, now)}${textInput({ name: 'page.en', label: desk.say('pageEn'), lang: 'en' }, now)}</div>`

const relocateHtml = (desk: Desk, node: FormNode, now: Filled): Html => (node.what === 'page' ? html`` : html`<form class="edit" method="post" action="/chuyen">${hidden('o', node.pointer)}${hidden('_mark', markOfNode(desk, node))}
<fieldset><legend>${desk.say('relocate')}</legend><p class="hint">${desk.say('relocateHint')}</p>${targetRows(desk, now, node)}<button>${desk.say('relocate')}</button></fieldset></form>`)

const dropHtml = (desk: Desk, node: FormNode, now: Filled): Html => html`<form class="edit" method="post" action="/bo">${hidden('o', node.pointer)}${hidden('_mark', markOfNode(desk, node))}
<fieldset><legend>${desk.say(node.what === 'question' ? 'drop' : 'dropPart')}</legend>${textInput({ name: 'why', label: desk.say('whyDrop') }, now)}<button>${desk.say(node.what === 'question' ? 'drop' : 'dropPart')}</button></fieldset></form>`

/** One question or part, to be changed or taken out. */
export const nodePage = (desk: Desk, node: FormNode, posted: Posted): string => {
  const { say, lang } = desk
  const [isQuestion, now] = [node.what === 'question', filled(valuesOf(desk, node), posted, desk)]
  const open = desk.open.filter(({ pointer }) => pointer === node.pointer)
  const kind = !isQuestion ? html`` : isOffered(node.node) ? kindRows(desk, now) : html`<p class="hint">${say('kind')}: ${inputTypeOf(node.node)}. ${say('fixedKind')}</p>${hidden('kind', inputTypeOf(node.node))}`
  return framed(desk, { title: titleOf(node.node)[lang], here: '', main: html`<p><a href="/">${say('back')}</a></p><h1>${titleOf(node.node)[lang]}</h1>${summary(say('wrong'), now)}
${open.length > 0 ? html`<section class="band"><h2>${say('toDecide')}</h2><ul>${open.map(({ text }) => html`<li>${text[lang]}</li>`)}</ul></section>` : ''}
${isQuestion ? paperRow(desk, holesOf(desk, node)) : ''}
<form class="edit" method="post" action="/sua">${hidden('o', node.pointer)}${hidden('_mark', markOfNode(desk, node))}${titleRows(desk, isQuestion, now)}${kind}
${checkBox({ name: 'must', label: say('must') }, now)}${whenRow(desk, node, now)}<p><button class="main">${say('save')}</button></p></form>${relocateHtml(desk, node, now)}${dropHtml(desk, node, now)}` })
}

/** A new question, for a hole of the paper or for none. `into`: pointer of the part that it goes to at first. */
export const addPage = (desk: Desk, { hole, into }: { readonly hole: Hole | undefined; readonly into: string }, posted: Posted): string => {
  const { say } = desk
  const now = filled({ 'title.vi': hole?.label ?? '', into, kind: 'text', must: 'yes' }, posted, desk)
  return framed(desk, { title: say('add'), here: '', main: html`<p><a href="/">${say('back')}</a></p><h1>${say('add')}</h1>${summary(say('wrong'), now)}${hole ? paperRow(desk, new Set([hole.n])) : ''}
<form class="edit" method="post" action="/them">${hole ? hidden('n', String(hole.n)) : ''}${targetRows(desk, now)}${titleRows(desk, true, now)}${kindRows(desk, now)}
${checkBox({ name: 'must', label: say('must') }, now)}${hole ? '' : desk.source.wordForm ? textInput({ name: 'why', label: say('whyUnprinted') }, now) : hidden('why', say('noPaper'))}<p><button class="main">${say('save')}</button></p></form>` })
}
