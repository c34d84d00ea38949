import { beforeEach, expect, it } from 'vitest'
import { applyScanResult } from '../../../functions/core/apply-scan-result.ts'
import { completeUpload, downloadAttachment } from '../../../functions/core/attach-file.ts'
import { checkRoom } from '../../../functions/core/attachment-rules.ts'
import { removeResult } from '../../../functions/core/result-files.ts'
import { RESULT } from '../../../functions/core/results.ts'
import { trackDossier } from '../../../functions/core/track-dossier.ts'
import { attachment } from '../../contracts/samples.ts'
import { openCase, type Case } from './case.ts'
import { RECORD } from './world.ts'

let one: Case
beforeEach(async () => {
  one = await openCase()
  await one.officer({ action: 'receive' })
})

it('is not there for the citizen before the agency gives it: no name, no event, no file', async () => {
  const { id, key } = await one.result()
  const asked = { ...one.mine, attachment: id }
  await applyScanResult({ key, status: 'NO_THREATS_FOUND' }, one.world)
  const seen = async (): Promise<string> => JSON.stringify(await trackDossier(one.key, one.world))
  expect(await seen()).not.toContain(id)
  await expect(downloadAttachment(asked, one.world)).rejects.toMatchObject({ code: 'file-not-found' })
  await expect(completeUpload(asked, one.world)).rejects.toMatchObject({ code: 'file-not-found' })
  await one.officer({ action: 'finish', files: [id] })
  expect(await seen()).toContain(id)
  expect(await downloadAttachment(asked, one.world)).toContain(id)
})

it('is named once where it is given', async () => {
  const { id, key } = await one.result()
  await applyScanResult({ key, status: 'NO_THREATS_FOUND' }, one.world)
  await expect(one.officer({ action: 'finish', files: [id, id] })).rejects.toMatchObject({ code: 'file-twice', params: { file: id } })
})

it('that the scan refused takes none of the ten places', async () => {
  for (let count = 0; count < 4; count += 1) await applyScanResult({ key: (await one.result()).key, status: 'THREATS_FOUND' }, one.world)
  for (let count = 0; count < 10; count += 1) await one.result()
  await expect(one.result()).rejects.toMatchObject({ code: 'file-too-many', params: { limit: 10 } })
})

it('has room in a dossier that is full of papers, and takes none from them', async () => {
  const head = await one.head()
  const papers = Array.from({ length: 60 }, () => attachment({ component: 'khac', state: 'clean' }))
  await one.world.dossiers.save({ ...head, attachments: papers, revision: head.revision + 1 }, head.revision)
  expect((await one.result()).id).toMatch(/-/)
  const added = attachment({ component: 'giay' })
  expect(() => checkRoom({ ...head, attachments: [...papers.slice(1), attachment({ component: RESULT })] }, RECORD, added)).not.toThrow()
  expect(() => checkRoom({ ...head, attachments: papers }, RECORD, added)).toThrow('file-too-many')
})

it('is taken back with its file before it is given, twice if need be, and not after', async () => {
  const [wrong, right] = [await one.result(), await one.result()]
  for (const { key } of [wrong, right]) await applyScanResult({ key, status: 'NO_THREATS_FOUND' }, one.world)
  for (let times = 0; times < 2; times += 1) await removeResult(one.head, wrong.id, one.world)
  expect([...one.world.files.keys()]).toEqual([`c/${one.mine.id}/${right.id}`])
  await expect(one.officer({ action: 'finish', files: [wrong.id] })).rejects.toMatchObject({ code: 'file-not-found' })
  await one.officer({ action: 'finish', files: [right.id] })
  await expect(removeResult(one.head, right.id, one.world)).rejects.toMatchObject({ code: 'file-given' })
  expect((await one.head()).attachments).toHaveLength(1)
})

it('of the citizen\'s is no result: a paper cannot be taken back so', async () => {
  const head = await one.head()
  const paper = attachment({ component: 'giay', state: 'clean' })
  await one.world.dossiers.save({ ...head, attachments: [paper], revision: head.revision + 1 }, head.revision)
  await removeResult(one.head, paper.id, one.world)
  expect((await one.head()).attachments).toEqual([paper])
})
