import { newCase } from '../../authoring/edit/change-facts.ts'
import { factGroups, type Fact } from '../../authoring/edit/facts.ts'
import { shown } from '../../authoring/edit/shown-facts.ts'
import { unfinishedAt } from '../../authoring/unfinished.ts'
import { isAtOrBelow } from '../../engine/pointer.ts'
import { attribute, html, type Html } from '../../view/html.ts'
import { checkBox, selectBox, summary, textBox, textInput, type Filled } from './controls.ts'
import { markOf, type Desk } from './desk.ts'
import { framed } from './frame.ts'
import { filled, type Posted } from './node-page.ts'

const valuesOf = ({ work }: Desk): Readonly<Record<string, string>> => Object.fromEntries(factGroups(work).flatMap(({ facts }) => facts.flatMap((fact) => {
  const { vi, en } = shown(work.record, fact)
  return [[fact.pointer, vi], [`${fact.pointer}.vi`, vi], [`${fact.pointer}.en`, en]]
})))

const LINES = 4

const twoBoxes = ({ pointer, title, long, fact }: Fact, { lang, say }: Desk, now: Filled): Html => {
  const [vi, en] = [{ name: `${pointer}.vi`, label: title[lang], lang: 'vi' }, { name: `${pointer}.en`, label: `${title[lang]}, ${say('english')}`, lang: 'en' }] as const
  const box = fact === 'text' && long !== true ? textInput : (control: typeof vi | typeof en, filled: Filled) => textBox({ ...control, rows: fact === 'text' ? 2 : LINES }, filled)
  return html`<div class="two">${box(vi, now)}${box(en, now)}</div>`
}

const factHtml = (fact: Fact, desk: Desk, now: Filled): Html => {
  const { pointer, title, choices } = fact
  if (fact.fact === 'choice') return selectBox({ name: pointer, label: title[desk.lang], choices: Object.entries(choices ?? {}).map(([value, text]) => ({ value, text: text[desk.lang] })) }, now)
  if (fact.fact === 'line' || fact.fact === 'number') return textInput({ name: pointer, label: title[desk.lang] }, now)
  return twoBoxes(fact, desk, now)
}

const openFact = (fact: Fact, open: ReadonlySet<string>, desk: Desk, now: Filled): Html => {
  const isOpen = [...open].some((pointer) => isAtOrBelow(pointer, fact.pointer))
  const control = factHtml(fact, desk, now)
  return isOpen ? html`<div class="open"><p class="hint">${desk.say('leftOpen')}</p>${control}</div>` : control
}

/** Behind the last control of a paper, or of a case of limits or fees: out with it. */
const goneBox = (fact: Fact, desk: Desk, now: Filled): Html => {
  const [, of = '', what = ''] = /^(\/(components|channels)\/.*)\/when$/.exec(fact.pointer) ?? []
  return of === '' ? html`` : checkBox({ name: `${of}.gone`, label: desk.say(what === 'components' ? 'gone' : 'caseGone') }, now)
}

const newCaseHtml = (list: string, { say }: Desk, now: Filled): Html => {
  const [{ about, amount, basis }, isLimits] = [newCase(list), list.endsWith('/limits')]
  // What came back with a mistake is not hidden.
  const isTyped = [`${about}.vi`, `${about}.en`, amount, basis].some((name) => now.value(name) !== '')
  return html`<details${attribute('open', isTyped)}><summary>${say(isLimits ? 'newLimit' : 'newFee')}</summary><p class="hint">${say('newCaseHint')}</p><div class="two">${textInput({ name: `${about}.vi`, label: say('case'), lang: 'vi' }, now)}${textInput({ name: `${about}.en`, label: `${say('case')}, ${say('english')}`, lang: 'en' }, now)}</div>
${textInput({ name: amount, label: say(isLimits ? 'limitAmount' : 'feeAmount') }, now)}${textInput({ name: basis, label: say('basis') }, now)}</details>`
}

const newPaper = ({ say }: Desk, now: Filled): Html => html`<fieldset><legend>${say('newPaper')}</legend><div class="two">${textInput({ name: 'paper.vi', label: say('newPaper'), lang: 'vi' }, now)}${textInput({ name: 'paper.en', label: `${say('newPaper')}, ${say('english')}`, lang: 'en' }, now)}</div></fieldset>`

/** What the posting says, by the order of the posting; what the draft left open is marked. */
export const factsPage = (desk: Desk, posted: Posted): string => {
  const { say, lang, work } = desk
  const now = filled(valuesOf(desk), posted, desk)
  const open = new Set(unfinishedAt(work.record))
  const groups = factGroups(work).map(({ title, facts, lists }) => html`<fieldset><legend>${title[lang]}</legend>${facts.map((fact) => html`${openFact(fact, open, desk, now)}${goneBox(fact, desk, now)}`)}${lists.map((list) => newCaseHtml(list, desk, now))}</fieldset>`)
  return framed(desk, { title: say('facts'), here: '/niem-yet', main: html`<h1>${say('facts')}</h1>${summary(say('wrong'), now)}
<form class="edit" method="post" action="/niem-yet"><input type="hidden" name="_mark" value="${markOf(work.record)}">${groups}${newPaper(desk, now)}<p><button class="main">${say('save')}</button></p></form>` })
}
