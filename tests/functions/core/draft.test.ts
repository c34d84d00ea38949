import { beforeEach, describe, expect, it } from 'vitest'
import { autosave } from '../../../functions/core/autosave.ts'
import { openDossier } from '../../../functions/core/open-draft.ts'
import { ConditionFailed, Unavailable } from '../../../functions/core/ports.ts'
import { resumeDraft } from '../../../functions/core/resume-draft.ts'
import { savePage } from '../../../functions/core/save-section.ts'
import { pageBase, sectionBase } from '../../../functions/core/section-base.ts'
import { startDraft, type FirstPost } from '../../../functions/core/start-draft.ts'
import { CODE, holder, makeWorld, sample, type World } from './world.ts'

let world: World
beforeEach(async () => { world = await makeWorld() })

const entries = (section: string, fullName: string, intent = 'next', note?: string): FirstPost['entries'] =>
  [[`${section}.fullName`, fullName], ...(note === undefined ? [] : [[`${section}.note`, note] as const]), ['_intent', intent]]
const first = (given: Partial<FirstPost> = {}): FirstPost => ({ ...holder(), code: CODE, section: 'applicant', lang: 'vi', entries: entries('applicant', 'Nguyễn Thị Ánh', 'next', ''), ...given })
const started = async (post = first()): Promise<FirstPost> => { await startDraft(post, world); return post }

describe('the first page', () => {
  it('creates the draft with its first valid post, pinned to the current version, for 30 days', async () => {
    const post = await started()
    const dossier = await openDossier(post, world)
    expect(dossier).toMatchObject({ status: 'draft', revision: 1, procedure: { code: CODE, version: 1 }, answers: { applicant: { fullName: 'Nguyễn Thị Ánh' } }, expiresAt: '2026-08-13T23:59:59+07:00' })
    expect(JSON.stringify(dossier)).not.toContain(post.token)
  })
  it('stores nothing for an invalid post, and keeps what was typed for the page', async () => {
    const post = first({ entries: entries('applicant', '', 'next', 'đã gõ') })
    const { kind, step, dossier } = await startDraft(post, world)
    expect({ kind, dossier, note: step.answers['applicant'] }).toEqual({ kind: 'shown', dossier: undefined, note: { note: 'đã gõ' } })
    expect(step.issues.map(({ pointer }) => pointer)).toEqual(['/applicant/fullName'])
    expect(await world.dossiers.find(post.id)).toBeUndefined()
  })
  it('stores an unfinished page when the citizen asks to save', async () => {
    const post = first({ entries: entries('applicant', '', 'save', 'đã gõ') })
    expect((await startDraft(post, world)).kind).toBe('started')
    expect((await world.stored(post.id)).answers).toEqual({ applicant: { note: 'đã gõ' } })
  })
  it('makes one draft of a double click, whichever post is first', async () => {
    const post = first()
    const both = await Promise.all([startDraft(post, world), startDraft(post, world)])
    expect(both.map(({ kind }) => kind)).toEqual(['started', 'started'])
    expect((await world.stored(post.id)).answers).toEqual({ applicant: { fullName: 'Nguyễn Thị Ánh' } })
  })
  it('refuses an id that somebody else has begun with, in the words of "not there"', async () => {
    const post = await started()
    await expect(startDraft({ ...post, token: 'another-token-of-22-ch' }, world)).rejects.toMatchObject({ code: 'draft-not-found' })
  })
  it('refuses an id that is no UUID, and a procedure that is not there', async () => {
    await expect(startDraft(first({ id: '../../x' }), world)).rejects.toMatchObject({ code: 'bad-request' })
    await expect(startDraft(first({ code: '0.000000' }), world)).rejects.toMatchObject({ code: 'procedure-not-found' })
  })
})

describe('a page of the draft', () => {
  const post = (from: FirstPost, given: Partial<Parameters<typeof savePage>[0]> = {}): Parameters<typeof savePage>[0] =>
    ({ id: from.id, token: from.token, section: 'child', entries: entries('child', 'Lê Minh'), ...given })

  it('is merged without touching the other sections', async () => {
    const from = await started()
    const { kind, dossier } = await savePage(post(from), world)
    expect({ kind, answers: dossier.answers, revision: dossier.revision }).toEqual({ kind: 'saved', revision: 2, answers: { applicant: { fullName: 'Nguyễn Thị Ánh' }, child: { fullName: 'Lê Minh' } } })
  })
  it('keeps both tabs when they save different sections at once', async () => {
    const from = await started()
    await Promise.all([savePage(post(from), world), savePage(post(from, { section: 'applicant', entries: entries('applicant', 'Trần Văn Bình') }), world)])
    expect((await world.stored(from.id)).answers).toMatchObject({ applicant: { fullName: 'Trần Văn Bình' }, child: { fullName: 'Lê Minh' } })
  })
  it('is a conflict when another tab changed the same section since it was rendered, and writes nothing', async () => {
    const from = await started()
    const base = sectionBase(await world.stored(from.id), 'child')
    await savePage(post(from, { base }), world)
    const second = await savePage(post(from, { base, entries: entries('child', 'Lê Minh Anh') }), world)
    expect({ kind: second.kind, typed: second.step.answers['child'], stored: second.dossier.answers['child'] }).toEqual({ kind: 'conflict', typed: { fullName: 'Lê Minh Anh' }, stored: { fullName: 'Lê Minh' } })
    expect((await world.stored(from.id)).answers['child']).toEqual({ fullName: 'Lê Minh' })
  })
  it('is no conflict when the same post comes twice', async () => {
    const from = await started()
    const base = sectionBase(await world.stored(from.id), 'child')
    await savePage(post(from, { base }), world)
    expect((await savePage(post(from, { base }), world)).kind).toBe('saved')
  })
  it('is no conflict with what the same page saved by itself', async () => {
    const from = await started()
    const base = sectionBase(await world.stored(from.id), 'child')
    await autosave(post(from, { base, entries: entries('child', 'Lê') }), world)
    await autosave(post(from, { base, entries: entries('child', 'Lê Mi') }), world)
    expect((await savePage(post(from, { base }), world)).kind).toBe('saved')
    expect((await savePage(post(from, { base, entries: entries('child', 'khác') }), world)).kind).toBe('conflict')
  })
  it('is a conflict with what another page saved by itself, though both began with the same', async () => {
    const from = await started()
    const [left, right] = [pageBase(await world.stored(from.id), 'child', world), pageBase(await world.stored(from.id), 'child', world)]
    await autosave(post(from, { base: left, entries: entries('child', 'Lê Trái') }), world)
    await expect(autosave(post(from, { base: right, entries: entries('child', 'Lê Phải') }), world)).rejects.toMatchObject({ code: 'edit-conflict' })
    expect((await savePage(post(from, { base: right, entries: entries('child', 'Lê Phải') }), world)).kind).toBe('conflict')
    expect((await world.stored(from.id)).answers['child']).toEqual({ fullName: 'Lê Trái' })
    expect((await savePage(post(from, { base: left, entries: entries('child', 'Lê Trái') }), world)).kind).toBe('saved')
  })
  it('keeps what was typed although it has issues, and writes nothing for a check', async () => {
    const from = await started()
    const invalid = await savePage(post(from, { section: 'applicant', entries: entries('applicant', '', 'next', 'ghi') }), world)
    expect(invalid.step.issues).toHaveLength(1)
    expect((await world.stored(from.id)).answers['applicant']).toEqual({ note: 'ghi' })
    expect((await savePage(post(from, { entries: entries('child', 'Lê', 'check') }), world)).kind).toBe('checked')
    expect((await world.stored(from.id)).answers['child']).toBeUndefined()
  })
  it('comes back with the field named when it is larger than a head can be, and nothing of it is stored', async () => {
    const from = await started()
    const large = await savePage(post(from, { section: 'applicant', entries: entries('applicant', 'Ánh', 'next', 'x'.repeat(320_000)) }), world).catch((error: unknown) => error)
    expect(JSON.stringify(large)).toContain('/applicant/note')
    expect((await world.stored(from.id)).answers['applicant']).toEqual({ fullName: 'Nguyễn Thị Ánh' })
  })
  it('gives one answer for a wrong token, an unknown id and a draft past its days', async () => {
    const from = await started()
    await expect(savePage(post(from, { token: 'wrong' }), world)).rejects.toMatchObject({ code: 'draft-not-found' })
    await expect(savePage(post(from, { id: holder().id }), world)).rejects.toMatchObject({ code: 'draft-not-found' })
    world.now = new Date('2026-08-13T23:59:58+07:00')
    await expect(savePage(post(from, { entries: entries('child', 'Lê', 'check') }), world)).resolves.toMatchObject({ kind: 'checked' })
    world.now = new Date('2026-08-14T00:00:00+07:00')
    await expect(savePage(post(from), world)).rejects.toMatchObject({ code: 'draft-not-found' })
  })
  it('lives 30 days from its last change', async () => {
    const from = await started()
    world.now = new Date('2026-07-20T10:00:00+07:00')
    expect((await savePage(post(from), world)).dossier.expiresAt).toBe('2026-08-19T23:59:59+07:00')
  })
  it('stays on its version when a newer one is published', async () => {
    const from = await started()
    await world.publish(sample(2).published)
    expect((await savePage(post(from), world)).dossier.procedure.version).toBe(1)
  })
  it('says that the store is unavailable when every write loses, instead of turning for ever', async () => {
    const from = await started()
    const deps = world.with(() => ({ save: async () => { throw new ConditionFailed('lost') } }))
    await expect(savePage(post(from), deps)).rejects.toBeInstanceOf(Unavailable)
  })
})

describe('resuming on another device', () => {
  it('gives that device a token of its own and leaves the first one its own', async () => {
    const from = await started()
    const { resumeCode } = await world.stored(from.id)
    const { token } = await resumeDraft({ id: from.id, code: ` ${resumeCode.slice(0, 3).toLowerCase()}-${resumeCode.slice(3)}` }, world)
    expect((await openDossier({ id: from.id, token }, world)).id).toBe(from.id)
    expect((await openDossier(from, world)).id).toBe(from.id)
  })
  it('locks after ten wrong codes for an hour, right code or not, even when they come at once', async () => {
    const from = await started()
    const { resumeCode } = await world.stored(from.id)
    const outcomes: string[] = []
    for (let round = 0; round < 4; round += 1) {
      const tries = await Promise.allSettled(Array.from({ length: 3 }, () => resumeDraft({ id: from.id, code: 'WRONG2' }, world)))
      outcomes.push(...tries.map((one) => (one.status === 'rejected' ? String(one.reason.code) : 'in')))
    }
    expect(outcomes.filter((code) => code === 'resume-wrong')).toHaveLength(10)
    expect(outcomes.filter((code) => code === 'resume-locked')).toHaveLength(2)
    await expect(resumeDraft({ id: from.id, code: resumeCode }, world)).rejects.toMatchObject({ code: 'resume-locked' })
    world.now = new Date(world.now.getTime() + 3_600_001)
    expect((await resumeDraft({ id: from.id, code: resumeCode }, world)).dossier.id).toBe(from.id)
  })
  it('refuses an unknown link in the words of a wrong code', async () => {
    await expect(resumeDraft({ id: holder().id, code: 'ABCDEF' }, world)).rejects.toMatchObject({ code: 'resume-wrong' })
  })
})
