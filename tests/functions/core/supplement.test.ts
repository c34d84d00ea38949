import { beforeEach, describe, expect, it } from 'vitest'
import { applyScanResult } from '../../../functions/core/apply-scan-result.ts'
import { answerSupplement } from '../../../functions/core/answer-supplement.ts'
import type { Command } from '../../../functions/core/command.ts'
import { handedIn } from '../../../functions/core/results.ts'
import { ConditionFailed } from '../../../functions/core/ports.ts'
import { addSupplementPaper, removeSupplementPaper } from '../../../functions/core/supplement-papers.ts'
import { trackDossier } from '../../../functions/core/track-dossier.ts'
import { ASK, ASK_PAPER, openCase, type Case } from './case.ts'
import { PDF } from './world.ts'

let one: Case
beforeEach(async () => {
  one = await openCase()
})

const FILE = { component: 'giay', fileName: 'rõ.pdf', type: 'application/pdf', body: PDF }
const laid = async (): Promise<string> => (await addSupplementPaper(one.key, FILE, one.world)).id

describe('an answer', () => {
  it('whose write took effect and whose answer was lost is sent, once', async () => {
    await one.officer(ASK)
    const losing = one.world.with((store) => ({ save: async (dossier, expected) => { await store.save(dossier, expected); throw new ConditionFailed('lost') } }))
    expect((await answerSupplement(one.key, { number: 1, entries: [['child.fullName', 'Minh An']] }, losing)).kind).toBe('sent')
    expect(await one.head()).toMatchObject({ status: 'supplemented', answers: { child: { fullName: 'Minh An' } }, lastEvent: { seq: 3 } })
  })
  it('to a request that nobody made, or that the agency has ended, is refused', async () => {
    await expect(answerSupplement(one.key, { number: 1, entries: [] }, one.world)).rejects.toMatchObject({ code: 'nothing-asked' })
    await one.officer(ASK)
    await one.officer({ action: 'withdraw', reason: 'Rút hồ sơ' })
    await expect(answerSupplement(one.key, { number: 1, entries: [] }, one.world)).rejects.toMatchObject({ code: 'nothing-asked' })
  })
})

describe('a paper laid ready for a supplement', () => {
  it.each<readonly [string, Command]>([['withdraws', { action: 'withdraw', reason: 'Rút hồ sơ' }], ['is refused', { action: 'refuse', reason: 'Quá hạn' }]])(
    'stays the citizen\'s where the case ends without it: the citizen %s', async (_how, end) => {
      await one.officer({ ...ASK_PAPER, until: '2026-07-17' } as Command)
      const id = await laid()
      one.at('2026-07-18T08:00')
      await one.officer(end)
      expect(handedIn(await one.head())).toEqual([])
      expect(JSON.stringify((await trackDossier(one.key, one.world) as { attachments: unknown }).attachments)).not.toContain(id)
    })
  it('is the agency\'s once it was sent, and stays so when the agency asks again', async () => {
    await one.officer(ASK_PAPER)
    const id = await laid()
    expect(handedIn(await one.head())).toEqual([])
    await applyScanResult({ key: `q/${one.mine.id}/${id}`, status: 'NO_THREATS_FOUND' }, one.world)
    expect((await answerSupplement(one.key, { number: 1, entries: [] }, one.world)).kind).toBe('sent')
    await one.officer(ASK_PAPER)
    const next = await laid()
    expect(handedIn(await one.head()).map((file) => file.id)).toEqual([id])
    expect(next).not.toBe(id)
  })
  it('is clean where its scan was faster than the function that took it', async () => {
    await one.officer(ASK_PAPER)
    const { attachments } = one.world
    const putQuarantined: typeof attachments.putQuarantined = async (file, body) => {
      await attachments.putQuarantined(file, body)
      expect(await applyScanResult({ key: file.quarantineKey, status: 'NO_THREATS_FOUND' }, one.world)).toBe('clean')
    }
    expect((await addSupplementPaper(one.key, FILE, { ...one.world, attachments: { ...attachments, putQuarantined } })).state).toBe('clean')
  })
  it('that is one too many is refused before it is stored', async () => {
    await one.officer(ASK_PAPER)
    await laid()
    await laid()
    const stored = one.world.files.size
    await expect(laid()).rejects.toMatchObject({ code: 'file-too-many' })
    expect(one.world.files.size).toBe(stored)
  })
  it.each(['it is taken away', 'its time is over'])('that did not arrive holds up the answer until %s', async (how) => {
    await one.officer(ASK_PAPER)
    await laid()
    const failing = { ...one.world, attachments: { ...one.world.attachments, putQuarantined: () => Promise.reject(new Error('cut off')) } }
    await expect(addSupplementPaper(one.key, FILE, failing)).rejects.toThrow('cut off')
    const send = () => answerSupplement(one.key, { number: 1, entries: [] }, one.world)
    expect(await send()).toMatchObject({ kind: 'stay', papers: [{ pointer: '/papers/giay', code: 'paper-uploading' }] })
    const lost = (await one.head()).attachments.find(({ state }) => state === 'uploading')?.id ?? ''
    if (how === 'it is taken away') await removeSupplementPaper(one.key, lost, one.world)
    else one.at('2026-07-14T08:16')
    expect((await send()).kind).toBe('sent')
    expect((await one.head()).attachments.map(({ state }) => state)).toEqual(['scanning'])
  })
})
