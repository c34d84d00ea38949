import { basename } from 'node:path'
import { packProcedure } from '../../compile/archive.ts'
import { readProcedureBytes } from '../../compile/read-folder.ts'
import { html, type Html } from '../../view/html.ts'
import { Problem } from '../command.ts'
import { fillingOf, fillPaper } from '../fill-paper.ts'
import { handIn, runningPortal } from '../local-portal.ts'
import { readAnswer } from '../publish-answers.ts'
import { readPaper } from '../read-paper.ts'
import { ACTS, gone, holeAt, nodeAt, type Asked, type Reply, type Room } from './acts.ts'
import { findingsOf, openDesk, trialsOf, type Desk } from './desk.ts'
import { factsPage } from './facts-page.ts'
import { bare } from './frame.ts'
import { addPage, nodePage } from './node-page.ts'
import { overviewPage } from './overview-page.ts'
import { WORDS } from './words.ts'

const ok = (page: string): Reply => ({ status: 200, page })

const NOTICES: Readonly<Record<string, keyof typeof WORDS>> = { luu: 'saved', hoan: 'undone', khong: 'nothingToUndo', khac: 'changedSince' }

const overview = (room: Room, desk: Desk, notice?: Html): Reply => ok(overviewPage(desk, findingsOf(desk, room.context), notice))

/** Hands the folder to the portal on this machine, as `dvc preview` does, and links to it. */
const show = async (room: Room, desk: Desk): Promise<Reply> => {
  const portal = await runningPortal(room.data)
  if (!portal) return overview(room, desk, html`${desk.say('noPortal')}`)
  const told = readAnswer(desk.dir, await handIn(room.data, packProcedure(basename(desk.dir), await readProcedureBytes(desk.dir))))
  const address = `${portal.url}/thu-tuc/${told.code ?? ''}`
  return overview(room, desk, told.code === undefined ? html`${desk.say('notShown')} ${told.error ?? ''}` : html`${desk.say('shown')} <a href="${address}">${address}</a>`)
}

const TYPES = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const

/** The paper as it comes out with the answers of one example. */
const filledPaper = async (room: Room, desk: Desk, { path, query }: Asked): Promise<Reply> => {
  const example = trialsOf(desk)[Number(query.get('vi-du') ?? 0)]
  const as = path === '/giay.pdf' ? 'pdf' : 'docx'
  return example ? { status: 200, type: TYPES[as], file: await fillPaper(fillingOf(readPaper(desk.source), example.answers, room.context), as) } : gone(room)
}

const page = (room: Room, { path, query }: Asked, desk: Desk): Reply => {
  const said = NOTICES[query.get('da') ?? '']
  if (path === '/') return overview(room, desk, said && html`${desk.say(said)}`)
  if (path === '/niem-yet') return ok(factsPage(desk, undefined))
  if (path === '/them') return ok(addPage(desk, { hole: holeAt(desk, query.get('n')), into: query.get('vao') ?? '' }, undefined))
  const node = path === '/sua' ? nodeAt(desk, query.get('o')) : undefined
  return node ? ok(nodePage(desk, node, undefined)) : gone(room)
}

const reply = async (room: Room, asked: Asked): Promise<Reply> => {
  const desk = await openDesk(room.folder, room.lang)
  if (asked.method === 'GET') return asked.path === '/giay.pdf' || asked.path === '/giay.docx' ? filledPaper(room, desk, asked) : page(room, asked, desk)
  if (asked.path === '/xem-thu') return show(room, desk)
  const act = ACTS[asked.path]
  return act ? act(room, asked, desk) : gone(room)
}

/** One request to the editor -> its page. The folder is read anew each time; what cannot be read is told, with what to do. */
export const answer = async (room: Room, asked: Asked): Promise<Reply> => {
  try { return await reply(room, asked) } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { status: 409, page: bare(room.lang, WORDS.wrong[room.lang], error.text[room.lang]) }
  }
}
