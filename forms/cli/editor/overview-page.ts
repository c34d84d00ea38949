import { askedWhen, choicesBefore, isRequired, keyOfAsked } from '../../authoring/edit/conditions.ts'
import { inputTypeOf, titleOf, type FormNode } from '../../authoring/edit/form-nodes.ts'
import { QUESTION_KINDS } from '../../authoring/edit/question-kinds.ts'
import { FILES } from '../../authoring/finding.ts'
import type { Finding } from '../../authoring/source.ts'
import { unfinishedAt } from '../../authoring/unfinished.ts'
import { answersOf } from '../../documents/word-map.ts'
import { paperHtml } from '../../documents/report/paper-html.ts'
import { isAtOrBelow } from '../../engine/pointer.ts'
import { attribute, html, raw, type Html } from '../../view/html.ts'
import { holesOf, trialsOf, type Desk } from './desk.ts'
import { framed } from './frame.ts'

const addressOf = (pointer: string): string => `/sua?o=${encodeURIComponent(pointer)}`
export const anchorOf = (pointer: string): string => `n${pointer.replaceAll('/*', '').replaceAll('/', '-')}`

const nodeOfHole = ({ work, nodes }: Desk, n: number): FormNode | undefined => {
  const entry = work.map.holes.find((one) => one.n === n)
  const [answer] = entry === undefined ? [] : answersOf(entry)
  return nodes.find(({ pointer }) => pointer === answer)
}

const holeAddress = (desk: Desk, n: number): string => { const node = nodeOfHole(desk, n); return node ? addressOf(node.pointer) : `/them?n=${n}` }

/** Where an author mends what the linter found. */
const placeOf = (desk: Desk, { file, pointer }: Finding): string | undefined => {
  if (file === FILES.record) return '/niem-yet'
  const inMap = file === FILES.map ? /^\/holes\/(\d+)/.exec(pointer)?.[1] : undefined
  const entry = inMap === undefined ? undefined : desk.work.map.holes[Number(inMap)]
  if (entry) return holeAddress(desk, entry.n)
  const node = file === FILES.schema ? desk.nodes.filter(({ at }) => isAtOrBelow(pointer, at)).at(-1) : undefined
  return node && addressOf(node.pointer)
}

const findingHtml = (desk: Desk, finding: Finding): Html => {
  const [place, said] = [placeOf(desk, finding), `${finding.message[desk.lang]} ${finding.remedy[desk.lang]}`]
  return html`<li>${place === undefined ? said : html`<a href="${place}">${said}</a>`} <small>${finding.file}${finding.pointer}</small></li>`
}

const listOf = (title: string, items: readonly Html[], open: boolean): Html =>
  (items.length === 0 ? html`` : html`<details${attribute('open', open)}><summary><b>${title} (${items.length})</b></summary><ul class="list">${items}</ul></details>`)

/** What a draft left open stops publishing as a mistake does. */
const soundText = ({ say }: Desk, left: number): Html => (left === 0 ? html`${say('sound')}` : html`<a href="/niem-yet">${say('unfinished')} (${left})</a>`)

const bandHtml = (desk: Desk, findings: readonly Finding[]): Html => {
  const { say, open, lang, work } = desk
  const left = unfinishedAt(work.record)
  const errors = findings.filter(({ severity }) => severity === 'error')
  return html`<section class="band${errors.length > 0 ? ' bad' : ''}" aria-label="${say('toMend')}">${errors.length === 0 ? html`<p>${soundText(desk, left.length)}</p>` : ''}
${listOf(say('toMend'), errors.map((one) => findingHtml(desk, one)), true)}
${listOf(say('toDecide'), open.map(({ pointer, text }) => html`<li><a href="${addressOf(pointer)}">${text[lang]}</a></li>`), false)}
${listOf(say('toLookAt'), findings.filter(({ severity, file, pointer }) => severity === 'warning' && !(file === FILES.record && left.includes(pointer))).map((one) => findingHtml(desk, one)), false)}</section>`
}

const whenText = (desk: Desk, node: FormNode): string => {
  const asked = askedWhen(desk.work.schema, node)
  if (asked === undefined) return ''
  if (asked === 'byHand') return desk.say('byHandShort')
  const choice = choicesBefore(desk.work.schema, node).find(({ key }) => key === keyOfAsked(asked))
  return choice ? `${desk.say('only')} "${choice.question[desk.lang]}": ${choice.answer[desk.lang]}` : desk.say('byHandShort')
}

const factsOf = (desk: Desk, node: FormNode): string => {
  const kind = node.what === 'question' ? (QUESTION_KINDS[inputTypeOf(node.node)]?.[desk.lang] ?? inputTypeOf(node.node)) : node.what === 'rows' ? desk.say('rows') : ''
  return [kind, desk.say(isRequired(desk.work.schema, node) ? 'required' : 'optional'), whenText(desk, node)].filter((one) => one !== '').join(' · ')
}

const isLast = ({ nodes }: Desk, { owner, at }: FormNode, step: 'up' | 'down'): boolean => nodes.filter((one) => one.owner === owner).at(step === 'up' ? 0 : -1)?.at === at

const moveHtml = (desk: Desk, node: FormNode, step: 'up' | 'down'): Html => {
  const { say, lang } = desk
  return html`<form method="post" action="/doi-cho"><input type="hidden" name="o" value="${node.pointer}"><input type="hidden" name="step" value="${step === 'up' ? -1 : 1}"><button aria-label="${say(step)}: ${titleOf(node.node)[lang]}"${attribute('disabled', isLast(desk, node, step))}>${step === 'up' ? '↑' : '↓'}</button></form>`
}

const numbersHtml = (desk: Desk, node: FormNode): readonly Html[] =>
  (node.what === 'question' ? [...holesOf(desk, node)].map((n) => html`<a href="#hole-${n}" aria-label="${desk.say('paper')} ${n}">${n}</a> `) : [])

const nodeHtml = (desk: Desk, node: FormNode): Html => {
  const { say, lang, nodes } = desk
  const inside = nodes.filter(({ owner }) => owner === node.at || owner === `${node.at}/items`)
  const title = titleOf(node.node)[lang] || titleOf(node.node).vi
  const doubts = desk.open.filter(({ pointer }) => pointer === node.pointer).length
  return html`<li id="${anchorOf(node.pointer)}"><div class="node"><div class="what">${node.what === 'page' ? html`<h3>${title}</h3>` : html`<b>${title}</b> `}${numbersHtml(desk, node)}<small>${factsOf(desk, node)}${doubts > 0 ? html` · <b>${say('toDecide')}: ${doubts}</b>` : ''}</small></div>
<a class="button" href="${addressOf(node.pointer)}" aria-label="${say('edit')}: ${title}">${say('edit')}</a>${moveHtml(desk, node, 'up')}${moveHtml(desk, node, 'down')}</div>
${inside.length > 0 ? html`<ul>${inside.map((one) => nodeHtml(desk, one))}</ul>` : ''}
${node.what === 'question' ? '' : html`<p><a href="/them?vao=${encodeURIComponent(node.pointer)}" aria-label="${say('add')}: ${title}">${say('add')}</a></p>`}</li>`
}

const unaskedHtml = (desk: Desk): Html => {
  const left = desk.work.map.holes.filter((entry) => 'none' in entry)
  return html`<section><h2>${desk.say('unasked')} (${left.length})</h2><ul class="list">${left.map((entry) => html`<li>${entry.n}. <b>${entry.label || '—'}</b> <small>${desk.say('leftOut')}: ${'none' in entry ? entry.none : ''}</small> <a href="/them?n=${entry.n}" aria-label="${desk.say('ask')}: ${entry.label}">${desk.say('ask')}</a></li>`)}</ul></section>`
}

/** How the paper comes out: each example of examples.json on it. */
const filledHtml = (desk: Desk): Html => {
  const links = trialsOf(desk).map(({ name }, i) => html`<li>${name}: <a href="/giay.pdf?vi-du=${i}" aria-label="PDF: ${name}">PDF</a>, <a href="/giay.docx?vi-du=${i}" aria-label="Word: ${name}">Word</a></li>`)
  return links.length === 0 ? html`` : html`<details><summary>${desk.say('filled')}</summary><ul class="list">${links}</ul></details>`
}

const paperSide = (desk: Desk): Html => {
  const { say, text, source } = desk
  const links = { seen: new Set<number>(), hrefOf: (n: number) => holeAddress(desk, n), labelOf: (n: number) => `${say('toField')} ${n}` }
  return html`<section class="paper" aria-labelledby="paper" tabindex="0"><h2 id="paper">${say('paper')}</h2>${source.wordForm ? html`${filledHtml(desk)}${paperHtml(text, links)}` : html`<p>${say('noPaper')}</p>`}</section>`
}

/** The whole form beside its paper, with what the linter says of it. `notice`: what has just been done. */
export const overviewPage = (desk: Desk, findings: readonly Finding[], notice: Html | undefined): string => {
  const { say, nodes } = desk
  return framed(desk, { title: say('form'), here: '/', main: html`<h1>${say('form')}</h1>${notice ? html`<div class="band" role="status">${notice}</div>` : raw('')}${bandHtml(desk, findings)}
<div class="sides"><section class="form" aria-labelledby="form"><h2 id="form">${say('questions')}</h2><ul class="nodes">${nodes.filter(({ what }) => what === 'page').map((node) => nodeHtml(desk, node))}</ul></section>
${paperSide(desk)}</div>${unaskedHtml(desk)}` })
}
