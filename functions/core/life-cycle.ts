import type { DossierEvent, DossierStatus } from './dossier.ts'

export type Actor = DossierEvent['actor']

type Moves = Readonly<Partial<Record<DossierStatus, DossierStatus>>>
type Row = { readonly by: readonly Actor[]; readonly moves: Moves; readonly basis: string }

const same = (...states: readonly DossierStatus[]): Moves => Object.fromEntries(states.map((state) => [state, state]))
const all = (to: DossierStatus, ...from: readonly DossierStatus[]): Moves => Object.fromEntries(from.map((state) => [state, to]))

/**
 * The life of a dossier after it was submitted: state x action x who -> state. What is not in the table is refused.
 * A supplement at intake and a clarification in appraisal are two states, since they lead back to different ones; how the
 * wait counts is the procedure's setting for both (rules-of-law.ts). `basis` is the law that the action stands on, as last read in full.
 */
export const LIFE_CYCLE = {
  receive: { by: ['officer'], basis: 'NĐ 61/2018/NĐ-CP, Đ. 17', moves: all('received', 'submitted', 'supplemented') },
  refuse: { by: ['officer'], basis: 'NĐ 61/2018/NĐ-CP, Đ. 17', moves: all('refused', 'submitted', 'supplemented', 'awaiting-supplement') },
  progress: { by: ['officer'], basis: 'TT 01/2018/TT-VPCP, Đ. 16', moves: all('processing', 'received', 'processing') },
  'request-supplement': {
    by: ['officer'], basis: 'NĐ 61/2018/NĐ-CP, Đ. 17 và Đ. 19.4',
    moves: { ...all('awaiting-supplement', 'submitted', 'supplemented'), ...all('awaiting-clarification', 'received', 'processing') },
  },
  supplement: { by: ['citizen'], basis: 'NĐ 61/2018/NĐ-CP, Đ. 19.4', moves: { 'awaiting-supplement': 'supplemented', 'awaiting-clarification': 'processing' } },
  'request-payment': { by: ['officer'], basis: 'NĐ 61/2018/NĐ-CP, Đ. 22', moves: all('awaiting-payment', 'received', 'processing') },
  'confirm-payment': { by: ['officer'], basis: 'NĐ 61/2018/NĐ-CP, Đ. 22', moves: all('processing', 'awaiting-payment') },
  repromise: { by: ['officer'], basis: 'NĐ 61/2018/NĐ-CP, Đ. 19.9', moves: same('received', 'processing') },
  stop: { by: ['officer'], basis: 'NĐ 61/2018/NĐ-CP, Đ. 19.8', moves: all('stopped', 'received', 'processing', 'awaiting-clarification', 'awaiting-payment') },
  finish: { by: ['officer'], basis: 'NĐ 61/2018/NĐ-CP, Đ. 20', moves: all('done', 'received', 'processing') },
  return: { by: ['officer'], basis: 'NĐ 61/2018/NĐ-CP, Đ. 20', moves: all('returned', 'done') },
  withdraw: {
    // The citizen's wish, as the agency takes it down.
    by: ['officer'], basis: 'NĐ 61/2018/NĐ-CP, Đ. 17',
    moves: all('withdrawn', 'submitted', 'supplemented', 'received', 'processing', 'awaiting-supplement', 'awaiting-clarification', 'awaiting-payment'),
  },
} as const satisfies Record<string, Row>

export type Action = keyof typeof LIFE_CYCLE

const rows: Readonly<Record<Action, Row>> = LIFE_CYCLE

export const ACTIONS = Object.keys(LIFE_CYCLE).filter((name): name is Action => Object.hasOwn(LIFE_CYCLE, name))

/** Where the action leads, or undefined where the table does not have it. */
export const nextStatus = (status: DossierStatus, action: Action, actor: Actor): DossierStatus | undefined =>
  rows[action].by.includes(actor) ? rows[action].moves[status] : undefined

/** What this actor may do now, by the table alone; the law's counts (rules-of-law.ts) may take some of it away. */
export const allowedActions = (status: DossierStatus, actor: Actor): readonly Action[] =>
  ACTIONS.filter((action) => nextStatus(status, action, actor) !== undefined)

/** Is nothing more to come? */
export const isFinal = (status: DossierStatus): boolean => status !== 'draft' && ACTIONS.every((action) => rows[action].moves[status] === undefined)

/**
 * The outward face: the ten national statuses by number. 1 Mới đăng ký, 2 Được tiếp nhận, 3 Không được tiếp nhận, 4 Đang xử lý,
 * 5 Yêu cầu bổ sung giấy tờ, 6 Yêu cầu thực hiện nghĩa vụ tài chính, 7 Công dân yêu cầu rút hồ sơ, 8 Dừng xử lý,
 * 9 Đã xử lý xong, 10 Đã trả kết quả. A dossier that was supplemented at intake waits to be received, as a new one does.
 */
export const NATIONAL: Readonly<Record<Exclude<DossierStatus, 'draft'>, number>> = {
  submitted: 1, supplemented: 1, received: 2, refused: 3, processing: 4, 'awaiting-supplement': 5, 'awaiting-clarification': 5,
  'awaiting-payment': 6, withdrawn: 7, stopped: 8, done: 9, returned: 10,
}

/** National number of a status; undefined for a draft, which nobody outside knows of. */
export const nationalStatus = (status: DossierStatus): number | undefined => (status === 'draft' ? undefined : NATIONAL[status])
