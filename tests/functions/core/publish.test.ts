import { beforeEach, describe, expect, it } from 'vitest'
import type { ProcedureSource } from '../../../forms/authoring/source.ts'
import { listProcedureFolders, readProcedureFolder } from '../../../forms/compile/read-folder.ts'
import { addFeedback } from '../../../functions/core/add-feedback.ts'
import { loadProcedure } from '../../../functions/core/load-procedure.ts'
import { publishProcedure } from '../../../functions/core/publish-procedure.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeEach(async () => { world = await makeWorld() })

const FOLDERS = await listProcedureFolders(new URL('../../../forms/procedures', import.meta.url).pathname)
const online = async (): Promise<ProcedureSource> => {
  for (const dir of FOLDERS) { const source = await readProcedureFolder(dir); if (source.schema.state === 'read') return source }
  throw new Error('no procedure of the repository has a form')
}
const changed = (source: ProcedureSource): ProcedureSource => {
  if (source.record.state !== 'read') throw new Error('unread')
  return { ...source, record: { ...source.record, value: { ...Object(source.record.value), decision: '999/QĐ-UBND' } } }
}

describe('publishing', () => {
  it.each(FOLDERS)('takes %s as version 1, and the second time changes nothing', async (dir) => {
    const source = await readProcedureFolder(dir)
    const first = await publishProcedure(source, world)
    expect(first).toMatchObject({ kind: 'published', version: 1 })
    expect(await publishProcedure(source, world)).toMatchObject({ kind: 'unchanged', version: 1 })
  })
  it('gives changed content a new version and leaves the old one to its drafts', async () => {
    const source = await online()
    const first = await publishProcedure(source, world)
    const second = await publishProcedure(changed(source), world)
    expect(second).toMatchObject({ kind: 'published', version: 2 })
    if (first.kind === 'refused') throw new Error('refused')
    expect((await world.procedures.current(first.code))?.version).toBe(2)
    expect((await loadProcedure({ code: first.code, version: 1 }, world)).published.version).toBe(1)
  })
  it('takes up what an interrupted run left behind', async () => {
    const source = await online()
    const dying = { ...world, procedures: { ...world.procedures, makeCurrent: async () => { throw new Error('killed') } } }
    await expect(publishProcedure(source, dying)).rejects.toThrow('killed')
    expect(await publishProcedure(source, world)).toMatchObject({ kind: 'published', version: 1 })
  })
  it('steps over a version that an interrupted run of other content left behind', async () => {
    const source = await online()
    const dying = { ...world, procedures: { ...world.procedures, makeCurrent: async () => { throw new Error('killed') } } }
    await expect(publishProcedure(changed(source), dying)).rejects.toThrow('killed')
    expect(await publishProcedure(source, world)).toMatchObject({ kind: 'published', version: 2 })
  })
  it('refuses a folder that the linter refuses, with file, pointer and remedy, and writes nothing', async () => {
    const source = await online()
    world.artefactsPut.length = 0
    const result = await publishProcedure({ ...source, record: { file: 'procedure.json', state: 'broken', reason: 'line 3', text: '{' } }, world)
    expect(result).toMatchObject({ kind: 'refused', findings: expect.arrayContaining([expect.objectContaining({ file: 'procedure.json', severity: 'error' })]) })
    expect(world.artefactsPut).toEqual([])
  })
})

describe('petitions', () => {
  const given = { about: 'portal', subject: '', text: '  Trang dễ dùng ', name: '', contact: '', lang: 'vi', form: '' } as const
  it('are kept with time and id, name and contact being a free choice', async () => {
    expect(await addFeedback(given, world)).toMatchObject({ text: 'Trang dễ dùng', at: '2026-07-14T08:00:00+07:00' })
    expect(world.petitions).toHaveLength(1)
  })
  it('are one where the same words come from the same page again, and another where they differ', async () => {
    const typed = { ...given, form: 'the-token-of-a-page' }
    const first = await addFeedback(typed, world)
    expect(await addFeedback(typed, world)).toEqual(first)
    expect(world.petitions).toHaveLength(1)
    await addFeedback({ ...typed, text: 'Trang khó dùng' }, world)
    await addFeedback({ ...typed, form: 'the-token-of-another' }, world)
    await addFeedback(given, world)
    await addFeedback(given, world)
    expect(world.petitions).toHaveLength(5)
  })
  it('are refused without a text or with an endless one', async () => {
    await expect(addFeedback({ ...given, text: ' ' }, world)).rejects.toMatchObject({ code: 'feedback-invalid' })
    await expect(addFeedback({ ...given, text: 'x'.repeat(5_001) }, world)).rejects.toMatchObject({ code: 'feedback-invalid' })
    expect(world.petitions).toHaveLength(0)
  })
})
