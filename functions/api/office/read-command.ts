import { isCivilDate } from '../../../forms/calendar/civil-time.ts'
import type { Command } from '../../core/command.ts'
import { refuseValue } from '../../core/errors.ts'
import { STEPS, type Step } from '../../core/handling.ts'
import { ACTIONS, type Action } from '../../core/life-cycle.ts'
import { isRecord } from '../../http/read-body.ts'

type Body = Readonly<Record<string, unknown>>

/** Longest text of an agency; a citizen reads it on one page. */
const LONGEST = 2000

/** A request may have forty items, and their reasons stand in the head and in its event. */
const LONGEST_ITEM = 500

const text = (body: Body, name: string, longest = LONGEST): string => {
  const value = body[name]
  return typeof value === 'string' && value.trim() !== '' && value.length <= longest ? value.trim() : refuseValue(name, `1-${longest}`)
}

const maybe = <Name extends string>(body: Body, name: Name, longest = LONGEST): { readonly [Key in Name]?: string } =>
  (body[name] === undefined ? {} : { [name]: text(body, name, longest) }) as { readonly [Key in Name]?: string }

const list = (body: Body, name: string): readonly unknown[] => {
  const value = body[name] ?? []
  return Array.isArray(value) ? value : refuseValue(name, '[]')
}

const pinned = <Name extends string>(body: Body, name: string, key: Name): readonly ({ readonly [Key in Name]: string } & { readonly reason: string })[] =>
  list(body, name).map((one) => {
    const item = isRecord(one) ? one : refuseValue(name, `[{${key}, reason}]`)
    return { [key]: text(item, key, 300), reason: text(item, 'reason', LONGEST_ITEM) } as { readonly [Key in Name]: string } & { readonly reason: string }
  })

const date = (body: Body, name: string): { readonly until?: string } => {
  const value = body[name]
  if (value === undefined) return {}
  return typeof value === 'string' && isCivilDate(value) ? { until: value } : refuseValue(name, 'YYYY-MM-DD')
}

const moment = (body: Body, name: string): string => {
  const value = body[name]
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/.test(value) && isCivilDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)) ? value : refuseValue(name, 'YYYY-MM-DDThh:mm:ss+07:00')
}

const amount = (body: Body): number => {
  const { amount: value } = body
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 1e12 ? value : refuseValue('amount', '1-1000000000000 VND')
}

const step = ({ step: value }: Body): { readonly step?: Step } => {
  if (value === undefined) return {}
  const found = STEPS.find((one) => one === value)
  return found ? { step: found } : refuseValue('step', STEPS.join(', '))
}

/** What an agency's system may do; the rest of the table is the citizen's. */
export type OfficeAction = Exclude<Action, 'supplement'>

/** Fields that each action takes, and how they are read. */
const READ: { readonly [Kind in OfficeAction]: { readonly fields: readonly string[]; readonly read: (body: Body) => Extract<Command, { action: Kind }> } } = {
  receive: { fields: ['note'], read: (body) => ({ action: 'receive', ...maybe(body, 'note') }) },
  refuse: { fields: ['reason'], read: (body) => ({ action: 'refuse', reason: text(body, 'reason') }) },
  progress: { fields: ['step', 'department', 'note'], read: (body) => ({ action: 'progress', ...step(body), ...maybe(body, 'department', 200), ...maybe(body, 'note') }) },
  'request-supplement': {
    fields: ['reason', 'fields', 'papers', 'until'],
    read: (body) => ({ action: 'request-supplement', reason: text(body, 'reason'), fields: pinned(body, 'fields', 'pointer'), papers: pinned(body, 'papers', 'component'), ...date(body, 'until') }),
  },
  'request-payment': { fields: ['amount', 'reason'], read: (body) => ({ action: 'request-payment', amount: amount(body), reason: text(body, 'reason') }) },
  'confirm-payment': { fields: ['note'], read: (body) => ({ action: 'confirm-payment', ...maybe(body, 'note') }) },
  repromise: { fields: ['dueAt', 'reason', 'apology'], read: (body) => ({ action: 'repromise', dueAt: moment(body, 'dueAt'), reason: text(body, 'reason'), apology: text(body, 'apology') }) },
  stop: { fields: ['reason'], read: (body) => ({ action: 'stop', reason: text(body, 'reason') }) },
  finish: { fields: ['files', 'note'], read: (body) => ({ action: 'finish', files: list(body, 'files').map((one) => (typeof one === 'string' ? one.slice(0, 80) : refuseValue('files', '[id]'))), ...maybe(body, 'note') }) },
  return: { fields: ['note'], read: (body) => ({ action: 'return', ...maybe(body, 'note') }) },
  withdraw: { fields: ['reason'], read: (body) => ({ action: 'withdraw', reason: text(body, 'reason') }) },
}

export const OFFICE_ACTIONS = ACTIONS.filter((action): action is OfficeAction => action !== 'supplement')

/** Body of an action -> command. Refuses what the action does not take, by name, and says what each value should be. */
export const readCommand = (body: Body): Command => {
  const action = OFFICE_ACTIONS.find((one) => one === body['action']) ?? refuseValue('action', OFFICE_ACTIONS.join(', '))
  const { fields, read } = READ[action]
  const unknown = Object.keys(body).find((name) => ![...fields, 'action', 'officer'].includes(name))
  if (unknown !== undefined) refuseValue(unknown.slice(0, 100), ['action', ...fields, 'officer'].join(', '))
  return { ...read(body), ...maybe(body, 'officer', 200) }
}
