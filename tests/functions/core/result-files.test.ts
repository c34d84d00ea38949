import { beforeEach, expect, it } from 'vitest'
import { applyScanResult } from '../../../functions/core/apply-scan-result.ts'
import { completeUpload, downloadAttachment } from '../../../functions/core/attach-file.ts'
import { trackDossier } from '../../../functions/core/track-dossier.ts'
import { openCase, type Case } from './case.ts'

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
