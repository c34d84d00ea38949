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
import type { Json, Lang, Text } from '../../engine/json.ts'
import { markOf, type Desk } from './desk.ts'
import { factsPage } from './facts-page.ts'
import { bare } from './frame.ts'
import { addPage, nodePage, type Posted } from './node-page.ts'
import { anchorOf } from './overview-page.ts'
import { markDecided, saveWork } from './save-work.ts'
import { WORDS } from './words.ts'

/** What the pages need of the world. `past`: the work before each change of this session, the last one last. */
export type Room = { readonly folder: string; readonly lang: Lang; readonly context: RuleContext; readonly data: string; readonly past: Work[] }

export type Asked = { readonly method: 'GET' | 'POST'; readonly path: string; readonly query: URLSearchParams; readonly body: URLSearchParams }
export type Reply = { readonly status: number; readonly page: string } | { readonly status: 303; readonly to: string }

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
const wrongsOf = (body: URLSearchParams, now: Json, changed: Changed): readonly Wrong[] => [
  ...(body.get('_mark') === markOf(now) ? [] : [CHANGED]), ...('wrongs' in changed ? changed.wrongs : []),
]

/** A box that was not ticked is not posted, and was not ticked all the same. */
const postedOf = (body: URLSearchParams, wrongs: readonly Wrong[], boxes: readonly string[] = []): Posted => ({ typed: new Map([...boxes.map((name): [string, string] => [name, '']), ...body]), wrongs })

const keep = async (room: Room, desk: Desk, work: Work): Promise<void> => {
  room.past.push(desk.work)
  await saveWork(desk, work, room.context)
}

const back = (said: string, pointer = ''): Reply => ({ status: 303, to: `/?da=${said}${pointer === '' ? '' : `#${anchorOf(pointer)}`}` })

export type Act = (room: Room, asked: Asked, desk: Desk) => Promise<Reply>

const changeOne: Act = async (room, { body }, desk) => {
  const node = nodeAt(desk, body.get('o'))
  if (!node) return gone(room)
  const changed = changeNode(desk.work, node, changeIn(body))
  const wrongs = wrongsOf(body, node.node, changed)
  if (wrongs.length > 0 || !('work' in changed)) return { status: 422, page: nodePage(desk, node, postedOf(body, wrongs, ['must'])) }
  await keep(room, desk, changed.work)
  await markDecided(desk, node.pointer)
  return back('luu', node.pointer)
}

const dropOne: Act = async (room, { body }, desk) => {
  const node = nodeAt(desk, body.get('o'))
  if (!node) return gone(room)
  const changed = dropNode(desk.work, node, body.get('why') ?? '')
  const wrongs = wrongsOf(body, node.node, changed)
  if (wrongs.length > 0 || !('work' in changed)) return { status: 422, page: nodePage(desk, node, postedOf(body, wrongs)) }
  await keep(room, desk, changed.work)
  return back('luu')
}

const relocateOne: Act = async (room, { body }, desk) => {
  const node = nodeAt(desk, body.get('o'))
  if (!node) return gone(room)
  const changed = relocateNode(desk.work, node, targetIn(body))
  const wrongs = wrongsOf(body, node.node, changed)
  if (wrongs.length > 0 || !('work' in changed)) return { status: 422, page: nodePage(desk, node, postedOf(body, wrongs)) }
  await keep(room, desk, changed.work)
  return back('luu')
}

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
  const wrongs = wrongsOf(body, desk.work.record, changed)
  if (wrongs.length > 0 || !('work' in changed)) return { status: 422, page: factsPage(desk, postedOf(body, wrongs)) }
  await keep(room, desk, changed.work)
  return back('luu')
}

const undo: Act = async (room, _asked, desk) => {
  const before = room.past.pop()
  if (!before) return back('khong')
  await saveWork(desk, before, room.context)
  return back('hoan')
}

/** What a post does, by its address. */
export const ACTS: Readonly<Record<string, Act>> = { '/sua': changeOne, '/bo': dropOne, '/chuyen': relocateOne, '/them': addOne, '/doi-cho': moveOne, '/niem-yet': changePosting, '/hoan-tac': undo }
