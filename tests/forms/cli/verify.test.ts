import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../forms/index.ts'
import { verifyEvidence } from '../../../forms/cli/verify-chain.ts'
import { handleDossier } from '../../../functions/core/handle-dossier.ts'
import { newDraft } from '../../../functions/core/new-draft.ts'
import { relayAll } from '../../../functions/core/relay-outbox.ts'
import { submitDossier } from '../../../functions/core/submit-dossier.ts'
import { asSubmitted } from '../../../functions/core/handle-dossier.ts'
import { answerSupplement } from '../../../functions/core/answer-supplement.ts'
import { tellContent, tellEvent } from '../../../functions/api/office/told-office.ts'
import { CODE, holder, makeWorld } from '../../functions/core/world.ts'
import { dvc, jsonOf } from './run-dvc.ts'

let folder: string
let events: readonly JsonObject[]
let content: JsonObject
const plain = <Shape>(value: unknown): Shape => JSON.parse(JSON.stringify(value)) as Shape

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dvc-verify-'))
  const [world, mine] = [await makeWorld(), holder()]
  await world.dossiers.create(newDraft({ ...mine, procedure: { code: CODE, version: 1 }, lang: 'vi', answers: { applicant: { fullName: 'Nguyễn Thị Ánh' }, child: { fullName: 'Lê Minh' } } }, world))
  await submitDossier(mine, world)
  const read = () => world.stored(mine.id)
  await handleDossier(read, { actor: 'officer', command: { action: 'request-supplement', reason: 'Tên', fields: [{ pointer: '/child/fullName', reason: 'Thiếu' }], papers: [] } }, world)
  const { submission } = await read()
  await answerSupplement({ code: submission?.code ?? '', key: submission?.trackingKey ?? '' }, { number: 1, entries: [['child.fullName', 'Lê Văn Minh']] }, world)
  await handleDossier(read, { actor: 'officer', command: { action: 'receive', note: 'đủ' } }, world)
  await relayAll([mine.id], world)
  events = plain((await world.dossiers.events(await read())).map((event) => tellEvent(event, true)))
  content = plain(tellContent(asSubmitted(await read())))
  await writeFile(join(folder, 'events.json'), JSON.stringify({ code: 'x', events }))
  await writeFile(join(folder, 'answers.json'), JSON.stringify(content))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Every place in a value where there is a text, a number or a boolean, and how to put another one there. */
const leaves = (value: Json, put: (changed: Json) => Json): readonly Json[] => {
  if (typeof value === 'string') return [put(`${value}x`), ...(value.length > 0 ? [put(value.slice(1))] : [])]
  if (typeof value === 'number') return [put(value + 1)]
  if (typeof value === 'boolean') return [put(!value)]
  if (Array.isArray(value)) return value.flatMap((one: Json, index) => leaves(one, (changed) => put(value.map((other: Json, at) => (at === index ? changed : other)))))
  return value === null ? [put('x')] : Object.entries(value as JsonObject).flatMap(([name, one]) => leaves(one, (changed) => put({ ...(value as JsonObject), [name]: changed })))
}

describe('the chain', () => {
  it('that the portal made is intact, its content with it', () => {
    expect(verifyEvidence({ events, content })).toMatchObject({ ok: true, events: 4, content: true })
  })
  it('shows every single change of every event, and which one', () => {
    const changes = events.flatMap((event, index) => leaves(event, (changed) => changed).map((changed) => ({ index, changed })))
    expect(changes.length).toBeGreaterThan(80)
    for (const { index, changed } of changes) {
      const result = verifyEvidence({ events: events.map((event, at) => (at === index ? changed as JsonObject : event)) })
      expect(result).toMatchObject({ ok: false })
      expect(result.ok ? 0 : result.at).toBeLessThanOrEqual(index + 2)
    }
  })
  it('shows an event that was taken out, put in twice, or moved', () => {
    const [first, second, third, fourth] = events
    if (!first || !second || !third || !fourth) throw new Error('four events')
    for (const altered of [[second, third, fourth], [first, third, fourth], [first, second, second, third, fourth], [second, first, third, fourth]]) expect(verifyEvidence({ events: altered })).toMatchObject({ ok: false })
  })
  it('shows answers that are not what was handed in', () => {
    for (const answers of leaves(content['answers'] ?? {}, (changed) => changed)) expect(verifyEvidence({ events, content: { ...content, answers } })).toMatchObject({ ok: false })
  })
})

describe('dvc verify', () => {
  it('says that all is intact, with the last hash', async () => {
    expect(await dvc(['verify', 'events.json', 'answers.json', '--lang', 'en'], { cwd: folder })).toMatchObject({ code: 0, out: expect.stringMatching(/^Intact: 4 events, content as sealed, last hash [0-9a-f]{64}/) })
  })
  it('finds one altered byte, says where, and exits with 1', async () => {
    await writeFile(join(folder, 'altered.json'), JSON.stringify({ events }).replace('"đủ"', '"đú"'))
    const ran = await dvc(['verify', 'altered.json', '--json'], { cwd: folder })
    expect({ code: ran.code, told: jsonOf(ran) }).toMatchObject({ code: 1, told: { ok: false, at: 4 } })
    expect((await dvc(['verify', 'altered.json'], { cwd: folder })).out).toContain('KHÔNG nguyên vẹn: sự kiện 4 đã bị sửa')
  })
  it.each([['no-such.json', 'cannot be read'], ['rubbish.json', 'is not what GET'], ['answers.json', 'is not what GET']])('%s is refused in words', async (name, words) => {
    await writeFile(join(folder, 'rubbish.json'), 'x')
    expect(await dvc(['verify', name, '--lang', 'en'], { cwd: folder })).toMatchObject({ code: 1, err: expect.stringContaining(words) })
  })
})
