import { requestResult } from '../../../functions/core/result-files.ts'
import type { Command } from '../../../functions/core/command.ts'
import type { Submitted } from '../../../functions/core/clock.ts'
import { asSubmitted, handleDossier, type Deed, type Handled } from '../../../functions/core/handle-dossier.ts'
import { newDraft } from '../../../functions/core/new-draft.ts'
import { submitDossier } from '../../../functions/core/submit-dossier.ts'
import type { KeyHolder } from '../../../functions/core/track-dossier.ts'
import { base64, CODE, holder, makeWorld, PDF, type World } from './world.ts'

/** A dossier in the agency's hands, with who handed it in and who handles it. */
export type Case = {
  readonly world: World
  readonly mine: ReturnType<typeof holder>
  readonly key: KeyHolder
  readonly head: () => Promise<Submitted>
  readonly officer: (command: Command, rest?: Partial<Deed>) => Promise<Handled>
  /** The citizen's answer as the use case writes it, without the form around it. */
  readonly answers: () => Promise<Handled>
  /** Announces a result and lays its file where the ticket says; gives id and quarantine key. */
  readonly result: () => Promise<{ readonly id: string; readonly key: string }>
  /** Moves the clock to this Vietnamese time, e.g. 2026-07-20T09:00. */
  readonly at: (time: string) => void
}

/** Submitted on Tuesday 14 July 2026 at 8:00, due on the third working day: Friday 17 July. */
export const openCase = async (): Promise<Case> => {
  const world = await makeWorld()
  const mine = holder()
  await world.dossiers.create(newDraft({ ...mine, procedure: { code: CODE, version: 1 }, lang: 'vi', answers: { applicant: { fullName: 'Ánh' }, child: { fullName: 'Minh' } } }, world))
  await submitDossier(mine, world)
  const head = async (): Promise<Submitted> => asSubmitted(await world.stored(mine.id))
  const { submission: { code, trackingKey } } = await head()
  const act = (deed: Deed): Promise<Handled> => handleDossier(head, deed, world)
  return {
    world, mine, head, key: { code, key: trackingKey },
    officer: (command, rest) => act({ command, actor: 'officer', ...rest }),
    answers: () => act({ command: { action: 'supplement', changed: [], papers: [], contentHash: 'x' }, actor: 'citizen' }),
    result: async () => {
      const { attachment } = await requestResult(head, { fileName: 'kết quả.pdf', type: 'application/pdf', bytes: PDF.byteLength, sha256: base64(PDF) }, world)
      world.files.set(attachment.quarantineKey, PDF)
      return { id: attachment.id, key: attachment.quarantineKey }
    },
    at: (time) => { world.now = new Date(`${time}:00+07:00`) },
  }
}

export const ASK: Command = { action: 'request-supplement', reason: 'Tên chưa rõ', fields: [{ pointer: '/child/fullName', reason: 'Thiếu chữ đệm' }], papers: [] }
export const ASK_PAPER: Command = { action: 'request-supplement', reason: 'Giấy mờ', fields: [], papers: [{ component: 'giay', reason: 'Ảnh mờ' }] }
