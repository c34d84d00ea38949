import { addQuestion } from '../../authoring/edit/add-question.ts'
import { changeFacts } from '../../authoring/edit/change-facts.ts'
import { changeNode, type NodeChange } from '../../authoring/edit/change-node.ts'
import { dropNode } from '../../authoring/edit/drop-node.ts'
import type { FormNode } from '../../authoring/edit/form-nodes.ts'
import { moveNode } from '../../authoring/edit/move-node.ts'
import type { Target } from '../../authoring/edit/new-page.ts'
import { relocateNode } from '../../authoring/edit/relocate-node.ts'
import type { Changed, Work, Wrong } from '../../authoring/edit/work.ts'
import type { Hole } from '../../documents/hole.ts'
import type { RuleContext } from '../../engine/form-model.ts'
import type { Lang, Text } from '../../engine/json.ts'
import { markOf, markOfNode, type Desk } from './desk.ts'
import { factsPage } from './facts-page.ts'
import { bare } from './frame.ts'
import { addPage, nodePage, type Posted } from './node-page.ts'
import { anchorOf } from './overview-page.ts'
import { markDecided, saveWork } from './save-work.ts'
import { WORDS } from './words.ts'

/** A change of this session. */
export type Step = { readonly before: Work; readonly after: Work }

/** What the pages need of the world. `past`: the changes of this session, the last one last. */
export type Room = { readonly folder: string; readonly lang: Lang; readonly context: RuleContext; readonly data: string; readonly past: Step[] }

export type Asked = { readonly method: 'GET' | 'POST'; readonly path: string; readonly query: URLSearchParams; readonly body: URLSearchParams }
export type Reply = { readonly status: number; readonly page: string } | { readonly status: 303; readonly to: string } | { readonly status: 200; readonly file: Uint8Array; readonly type: string }

export const gone = ({ lang }: Room): Reply => ({ status: 404, page: bare(lang, WORDS.gonePage[lang], WORDS.goneText[lang]) })

export const nodeAt = ({ nodes }: Desk, pointer: string | null): FormNode | undefined => nodes.find((one) => one.pointer === pointer)
export const holeAt = ({ form }: Desk, n: string | null): Hole | undefined => [...form?.holes ?? [], ...form?.office ?? []].find((one) => String(one.n) === n)

const textOf = (body: URLSearchParams, name: string): Text => ({ vi: body.get(`${name}.vi`) ?? '', en: body.get(`${name}.en`) ?? '' })

/** One option a line; its English stands in the same line of the other box. */
const optionsOf = (body: URLSearchParams): readonly Text[] => {
  const [vi, en] = ['vi', 'en'].map((lang) => (body.get(`options.${lang}`) ?? '').split(/\r?\n/).map((line) => line.trim()))
  return (vi ?? []).map((line, i) => ({ vi: line, en: en?.[i] ?? '' })).filter((option) => option.vi !== '')
}

const changeIn = (body: URLSearchParams): NodeChange => ({
  title: textOf(body, 'title'), help: textOf(body, 'help'), kind: body.get('kind') ?? '', options: optionsOf(body), required: body.get('must') === 'yes', when: body.get('when') ?? '',
})

const targetIn = (body: URLSearchParams): Target => ({ into: body.get('into') ?? '', page: textOf(body, 'page') })

const CHANGED: Wrong = { field: '', text: WORDS.changed }

/** The mark of what the page showed; where it is no longer that, the page comes back with what was typed, and a new mark. */
const wrongsOf = (body: URLSearchParams, mark: string, changed: Changed): readonly Wrong[] => [
  ...(body.get('_mark') === mark ? [] : [CHANGED]), ...('wrongs' in changed ? changed.wrongs : []),
]

/** A box that was not ticked is not posted, and was not ticked all the same. */
const postedOf = (body: URLSearchParams, wrongs: readonly Wrong[], boxes: readonly string[] = []): Posted => ({ typed: new Map([...boxes.map((name): [string, string] => [name, '']), ...body]), wrongs })

const keep = async (room: Room, desk: Desk, work: Work): Promise<void> => {
  room.past.push({ before: desk.work, after: work })
  await saveWork(desk, work, room.context)
}

const back = (said: string, pointer = ''): Reply => ({ status: 303, to: `/?da=${said}${pointer === '' ? '' : `#${anchorOf(pointer)}`}` })

export type Act = (room: Room, asked: Asked, desk: Desk) => Promise<Reply>

/** A change of one node; what cannot be taken comes back on its page. `boxes`: those of the form that was posted. */
const onNode = (change: (desk: Desk, node: FormNode, body: URLSearchParams) => Changed, boxes: readonly string[] = []) => async (room: Room, { body }: Asked, desk: Desk): Promise<Reply | FormNode> => {
  const node = nodeAt(desk, body.get('o'))
  if (!node) return gone(room)
  const changed = change(desk, node, body)
  const wrongs = wrongsOf(body, markOfNode(desk, node), changed)
  if (wrongs.length > 0 || !('work' in changed)) return { status: 422, page: nodePage(desk, node, postedOf(body, wrongs, boxes)) }
  await keep(room, desk, changed.work)
  return node
}

const isReply = (value: Reply | FormNode): value is Reply => 'status' in value

const changeOne: Act = async (room, asked, desk) => {
  const done = await onNode(({ work }, node, body) => changeNode(work, node, changeIn(body)), ['must'])(room, asked, desk)
  if (isReply(done)) return done
  await markDecided(desk, done.pointer)
  return back('luu', done.pointer)
}

/** The node is not where it was any more. */
const awayFrom = (change: Parameters<typeof onNode>[0]): Act => async (room, asked, desk) => { const done = await onNode(change)(room, asked, desk); return isReply(done) ? done : back('luu') }

const dropOne = awayFrom(({ work }, node, body) => dropNode(work, node, body.get('why') ?? ''))
const relocateOne = awayFrom(({ work }, node, body) => relocateNode(work, node, targetIn(body)))

const addOne: Act = async (room, { body }, desk) => {
  const hole = body.has('n') ? holeAt(desk, body.get('n')) : undefined
  const changed = addQuestion(desk.work, { ...changeIn(body), when: '', ...targetIn(body), why: body.get('why') ?? '', ...(hole ? { hole: hole.n } : {}) })
  if (!('work' in changed)) return { status: 422, page: addPage(desk, { hole, into: '' }, postedOf(body, changed.wrongs, ['must'])) }
  await keep(room, desk, changed.work)
  return back('luu')
}

const moveOne: Act = async (room, { body }, desk) => {
  const node = nodeAt(desk, body.get('o'))
  if (!node) return gone(room)
  await keep(room, desk, { ...desk.work, schema: moveNode(desk.work.schema, node, body.get('step') === '-1' ? -1 : 1) })
  return back('luu', node.pointer)
}

const changePosting: Act = async (room, { body }, desk) => {
  const changed = changeFacts(desk.work, (name) => body.get(name) ?? '')
  const wrongs = wrongsOf(body, markOf(desk.work.record), changed)
  if (wrongs.length > 0 || !('work' in changed)) return { status: 422, page: factsPage(desk, postedOf(body, wrongs)) }
  await keep(room, desk, changed.work)
  return back('luu')
}

/** What was changed by other hands since is not undone with it. */
const undo: Act = async (room, _asked, desk) => {
  const last = room.past.at(-1)
  if (!last || JSON.stringify(last.after) !== JSON.stringify(desk.work)) return back(last ? 'khac' : 'khong')
  room.past.pop()
  await saveWork(desk, last.before, room.context)
  return back('hoan')
}

/** What a post does, by its address. */
export const ACTS: Readonly<Record<string, Act>> = { '/sua': changeOne, '/bo': dropOne, '/chuyen': relocateOne, '/them': addOne, '/doi-cho': moveOne, '/niem-yet': changePosting, '/hoan-tac': undo }
