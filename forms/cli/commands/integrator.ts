import type { Json, JsonObject, Lang } from '../../engine/json.ts'
import { isObject } from '../../engine/pointer.ts'
import { administer } from '../administer.ts'
import { EXIT, Problem, STACK, type Call, type Command } from '../command.ts'

const listed = (call: Call, name: string): string[] => (call.value(name) ?? '').split(',').map((one) => one.trim()).filter((one) => one !== '')

/** Absent, what is stored stays; nobody widens what a system sees by changing its quota. */
const given = (call: Call, name: string, read: (text: string) => Json): JsonObject => {
  const text = call.value(name)
  return text === undefined ? {} : { [name]: read(text) }
}

const split = (text: string): string[] => text.split(',').map((one) => one.trim())

const numbered = (call: Call, name: string, as: string): JsonObject => {
  const text = call.value(name)
  return text === undefined ? {} : { [as]: /^\d+$/.test(text) ? Number(text) : -1 }
}

/** What each verb asks of the portal; the portal says what is wrong with it. */
const REQUESTS: Readonly<Record<string, (id: string, call: Call) => JsonObject>> = {
  set: (id, call) => ({ op: 'set', id, ...given(call, 'name', (text) => text), ...given(call, 'agencies', split), ...given(call, 'procedures', (text) => (text === 'all' ? [] : split(text))), ...given(call, 'origins', (text) => (text === 'none' ? [] : split(text))), ...numbered(call, 'per-minute', 'perMinute') }),
  list: () => ({ op: 'list' }),
  key: (id, call) => ({ op: 'key', id, scopes: listed(call, 'scopes'), ...numbered(call, 'days', 'days') }),
  rotate: (id, call) => ({ op: 'rotate', id, key: call.value('key') ?? '', ...numbered(call, 'hours', 'hours') }),
  revoke: (id, call) => ({ op: 'revoke', id, key: call.value('key') ?? '' }),
  webhooks: (id) => ({ op: 'webhooks', id }),
  stop: (id, call) => { const webhook = call.value('webhook'); return { op: 'stop', id, ...(webhook !== undefined && { webhook }) } },
}

const WORDS = {
  vi: { once: 'Khoá chỉ hiện một lần này; cổng chỉ giữ mã băm:', ends: 'hết hạn', none: 'Chưa có đơn vị tích hợp nào.', saved: 'Đã lưu', ended: 'Đã chấm dứt', no: 'Không có gì để chấm dứt.', stopped: 'đã dừng', texts: 'kèm lời người viết', with: 'tạo bằng khoá', noHooks: 'Chưa có webhook nào.' },
  en: { once: 'This key is shown this once; the portal keeps a hash of it:', ends: 'ends', none: 'There is no integrator yet.', saved: 'Saved', ended: 'Ended', no: 'There was nothing to end.', stopped: 'stopped', texts: 'with what people wrote', with: 'made with', noHooks: 'There is no webhook yet.' },
} as const

const keyLine = (key: Json | undefined, lang: Lang): string => {
  if (!isObject(key)) return ''
  const scopes = Array.isArray(key['scopes']) ? key['scopes'].join(',') : ''
  const made = key['madeWith'] === undefined ? '' : `  ${WORDS[lang].with} ${String(key['madeWith'])}`
  return `${String(key['id'])}  ${scopes}${made}${key['endsAt'] === undefined ? '' : `  ${WORDS[lang].ends} ${String(key['endsAt'])}`}`
}

const integratorLines = (one: Json | undefined, lang: Lang): string => {
  if (!isObject(one)) return ''
  const [agencies, procedures, origins, keys] = ['agencies', 'procedures', 'origins', 'keys'].map((name) => (Array.isArray(one[name]) ? one[name] : []))
  return [`${String(one['id'])}: ${String(one['name'])} · ${agencies?.join(', ')}${procedures?.length ? ` · ${procedures.join(', ')}` : ''}${origins?.length ? ` · ${origins.join(', ')}` : ''} · ${String(one['perMinute'])}/min`, ...(keys ?? []).map((key) => `    ${keyLine(key, lang)}`)].join('\n')
}

const webhookLine = (webhook: Json | undefined, lang: Lang): string => {
  if (!isObject(webhook)) return ''
  const { active, texts, url, key, id } = webhook
  return [String(id), String(url), `${WORDS[lang].with} ${String(key)}`, ...(texts === true ? [WORDS[lang].texts] : []), ...(active === true ? [] : [WORDS[lang].stopped])].join('  ')
}

const listIn = (result: JsonObject, name: string): readonly Json[] => { const found = result[name]; return Array.isArray(found) ? found : [] }

const endedLines = (result: JsonObject, lang: Lang): string => {
  const lines = [...listIn(result, 'keys').map((key) => keyLine(key, lang)), ...listIn(result, 'webhooks').map((one) => webhookLine(one, lang))]
  return lines.length === 0 ? WORDS[lang].no : [`${WORDS[lang].ended}:`, ...lines.map((line) => `    ${line}`)].join('\n')
}

const linesOf = (result: JsonObject, lang: Lang): string => {
  if (typeof result['text'] === 'string') return `${keyLine(result['key'], lang)}\n${WORDS[lang].once}\n${result['text']}`
  if (result['kind'] === 'key') return keyLine(result['key'], lang)
  if (result['kind'] === 'ended') return endedLines(result, lang)
  if (result['kind'] === 'webhooks') return listIn(result, 'webhooks').map((one) => webhookLine(one, lang)).join('\n') || WORDS[lang].noHooks
  if (result['kind'] === 'integrator') return `${WORDS[lang].saved}: ${integratorLines(result['integrator'], lang)}`
  const all = listIn(result, 'integrators')
  return all.length === 0 ? WORDS[lang].none : all.map((one) => integratorLines(one, lang)).join('\n')
}

export const integrator: Command = {
  name: 'integrator', operands: 'set|list|key|rotate|revoke|webhooks|stop [ID]', least: 1, most: 2,
  summary: { vi: 'đăng ký phần mềm của cơ quan và cấp khoá API', en: 'register an agency\'s system and make its API keys' },
  options: [
    { name: 'name', value: 'TEXT', says: { vi: 'tên đơn vị', en: 'name of the integrator' } },
    { name: 'agencies', value: 'LIST', says: { vi: 'cơ quan được xem hồ sơ, ví dụ H26,01/00004', en: 'agencies whose dossiers it sees, e.g. H26,01/00004' } },
    { name: 'procedures', value: 'LIST', says: { vi: 'chỉ những thủ tục này; all: mọi thủ tục', en: 'these procedures alone; all: every one' } },
    { name: 'origins', value: 'LIST', says: { vi: 'trang được nhúng tờ khai, ví dụ https://phuong-a.gov.vn; none: không trang nào', en: 'sites that may embed forms, e.g. https://phuong-a.gov.vn; none: no site' } },
    { name: 'per-minute', value: 'N', says: { vi: 'số lần gọi mỗi phút (600)', en: 'calls a minute (600)' } },
    { name: 'scopes', value: 'LIST', says: { vi: 'quyền của khoá: read,answers,handle,webhooks', en: 'what the key may do: read,answers,handle,webhooks' } },
    { name: 'days', value: 'N', says: { vi: 'khoá hết hạn sau N ngày', en: 'the key ends after N days' } },
    { name: 'key', value: 'KEYID', says: { vi: 'mã của khoá', en: 'id of the key' } },
    { name: 'hours', value: 'N', says: { vi: 'khoá cũ còn dùng N giờ (24)', en: 'the old key holds on for N hours (24)' } },
    { name: 'webhook', value: 'ID', says: { vi: 'chỉ dừng webhook này', en: 'stop this webhook alone' } },
    STACK,
  ],
  examples: [
    { line: 'dvc integrator set phuong-a --name "Phường A" --agencies H26', says: { vi: 'đăng ký, hoặc sửa (điều không nêu giữ nguyên)', en: 'register, or change (what is not told stays)' } },
    { line: 'dvc integrator key phuong-a --scopes read,answers,handle', says: { vi: 'cấp khoá (hiện một lần)', en: 'make a key (shown once)' } },
    { line: 'dvc integrator rotate phuong-a --key K7M2QPAB --hours 24', says: { vi: 'thay khoá, khoá cũ còn 24 giờ', en: 'replace a key, the old one holds on for 24 hours' } },
    { line: 'dvc integrator revoke phuong-a --key K7M2QPAB', says: { vi: 'khoá bị lộ: thu hồi cùng mọi khoá và webhook tạo bằng nó', en: 'a leaked key: revoke it with every key and webhook that was made with it' } },
    { line: 'dvc integrator stop phuong-a', says: { vi: 'chấm dứt mọi khoá và webhook của đơn vị', en: 'end all of its keys and webhooks' } },
    { line: 'dvc integrator list', says: { vi: 'xem tất cả', en: 'see all' } },
  ],
  run: async (call) => {
    const [verb = '', id = ''] = call.operands
    const request = REQUESTS[verb]
    if (request === undefined) throw new Problem(EXIT.usage, { vi: `Không có việc "${verb}": dùng set, list, key, rotate, revoke, webhooks hoặc stop.`, en: `There is no "${verb}": use set, list, key, rotate, revoke, webhooks or stop.` })
    if (verb !== 'list' && id === '') throw new Problem(EXIT.usage, { vi: `Thiếu mã đơn vị: dvc integrator ${verb} ID`, en: `The integrator's id is missing: dvc integrator ${verb} ID` })
    const result = await administer(request(id, call), call)
    return { exit: EXIT.ok, json: result, text: linesOf(result, call.lang) }
  },
}
