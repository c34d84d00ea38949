import { spawn, type ChildProcess } from 'node:child_process'
import { basename, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { packProcedure } from '../../compile/archive.ts'
import { readProcedureBytes } from '../../compile/read-folder.ts'
import { EXIT, Problem, type Call, type Command, type Outcome } from '../command.ts'
import { readFolder } from '../folders.ts'
import { dataFolder, handIn, ROOT, runningPortal, type Portal } from '../local-portal.ts'
import { publishOutcome, readAnswer } from '../publish-answers.ts'

const READY_WITHIN_MS = 600_000

type Started = { readonly portal: Portal; readonly until?: Promise<void> }

const ended = (child: ChildProcess): Promise<void> => (child.exitCode === null && child.signalCode === null ? new Promise((done) => { child.once('exit', () => done()) }) : Promise.resolve())

/** Ctrl-C and a polite end reach the portal, which then takes its leave in order. */
const endTogether = (child: ChildProcess): void => {
  const stop = (): void => { child.kill('SIGTERM') }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  process.once('exit', stop)
}

const notStarted = (said: string): Problem => new Problem(EXIT.environment, {
  vi: `Không khởi động được cổng trên máy này:\n${said}\nHãy thử npm start để xem lỗi.`, en: `The portal could not be started on this machine:\n${said}\nTry npm start to see why.`,
})

const start = async (data: string, call: Call): Promise<Started> => {
  call.progress({ vi: 'Đang khởi động cổng trên máy này (lần đầu mất khoảng một phút)…', en: 'Starting the portal on this machine (about a minute the first time)…' })
  const child = spawn(process.execPath, ['infra/local/start.ts'], { cwd: ROOT, env: { ...call.env, DVC_DATA: data }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const keep = (chunk: Buffer): void => { said = `${said}${chunk.toString()}`.slice(-4000) }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  endTogether(child)
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until && child.exitCode === null; await sleep(200)) {
    const portal = await runningPortal(data)
    if (portal) return { portal, until: ended(child) }
  }
  child.kill('SIGTERM')
  throw notStarted(said.trim())
}

type Addresses = { readonly posting: string; readonly form?: string }

const addresses = (url: string, code: string, isOnline: boolean): Addresses =>
  ({ posting: `${url}/thu-tuc/${code}`, ...(isOnline ? { form: `${url}/thu-tuc/${code}/nop` } : {}) })

const shown = (outcome: Outcome, { posting, form }: Addresses, call: Call): Outcome => {
  const words = call.lang === 'vi' ? { posting: 'Niêm yết', form: 'Tờ khai' } : { posting: 'Posting', form: 'Form' }
  return { ...outcome, json: { ...Object(outcome.json), posting, ...(form === undefined ? {} : { form }) }, text: `${outcome.text}\n${words.posting}: ${posting}${form === undefined ? '' : `\n${words.form}: ${form}`}` }
}

const stay = (outcome: Outcome, started: Started, call: Call): Outcome => {
  if (!started.until) return outcome
  return { ...outcome, until: started.until, text: `${outcome.text}\n${call.lang === 'vi' ? 'Cổng chạy đến khi bạn bấm Ctrl+C.' : 'The portal runs until you press Ctrl+C.'}` }
}

export const preview: Command = {
  name: 'preview', operands: 'FOLDER', least: 1, most: 1,
  summary: { vi: 'mở thủ tục trong cổng trên máy này (khởi động nếu chưa chạy) và in địa chỉ', en: 'show a procedure in the portal on this machine (started if need be) and print its address' },
  options: [],
  examples: [
    { line: 'dvc preview 0.123456', says: { vi: 'xem bản nháp như người dân sẽ thấy', en: 'see a draft as citizens will' } },
    { line: 'PORT=3001 DVC_DATA=/tmp/thu dvc preview 0.123456', says: { vi: 'ở cổng mạng và thư mục dữ liệu khác', en: 'on another port and other data' } },
  ],
  run: async (call) => {
    const folder = resolve(call.operands[0] ?? '.')
    const source = await readFolder(folder)
    const archive = packProcedure(basename(folder), await readProcedureBytes(folder))
    const data = dataFolder(call.env)
    const running = await runningPortal(data)
    const started: Started = running ? { portal: running } : await start(data, call)
    const told = readAnswer(folder, await handIn(data, archive))
    const outcome = publishOutcome([told], call.lang)
    if (told.code === undefined) { if (!running) process.kill(started.portal.pid, 'SIGTERM'); return outcome }
    return stay(shown(outcome, addresses(started.portal.url, told.code, source.schema.state === 'read'), call), started, call)
  },
}
