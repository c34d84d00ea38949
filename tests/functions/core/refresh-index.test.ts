import { beforeEach, describe, expect, it } from 'vitest'
import type { ProcedureSource } from '../../../forms/authoring/source.ts'
import { readProcedureFolder } from '../../../forms/compile/read-folder.ts'
import { publishProcedure } from '../../../functions/core/publish-procedure.ts'
import { refreshIndex } from '../../../functions/core/refresh-index.ts'
import { listedSource } from '../sample-procedure.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeEach(async () => { world = await makeWorld() })

const publishAndIndex = async (code: string): Promise<void> => {
  await publishProcedure(listedSource(code), world)
  await refreshIndex(world)
}
const inIndex = async (): Promise<readonly string[]> => (await world.procedures.index()).items.map(({ code }) => code).filter((code) => code.startsWith('8'))

describe('the index of the catalogue', () => {
  it('holds what was published, and is left alone where nothing changed', async () => {
    await publishAndIndex('8.000001')
    const before = await world.procedures.indexPointer()
    await refreshIndex(world)
    expect(await inIndex()).toEqual(['8.000001'])
    expect(await world.procedures.indexPointer()).toEqual(before)
  })
  it('loses nothing when many publish at once', async () => {
    const codes = Array.from({ length: 8 }, (_none, n) => `8.00001${n}`)
    await Promise.all(codes.map(publishAndIndex))
    expect(await inIndex()).toEqual(codes)
  })
  it('takes in with the next publish what a crash between entry and index left out', async () => {
    await publishAndIndex('8.000021')
    await publishProcedure(listedSource('8.000022'), world)
    expect(await inIndex()).toEqual(['8.000021'])
    await publishAndIndex('8.000023')
    expect(await inIndex()).toEqual(['8.000021', '8.000022', '8.000023'])
  })
  it('tries again when another was faster, with entries read anew', async () => {
    await publishAndIndex('8.000031')
    let rivals = 1
    const procedures = { ...world.procedures, moveIndex: async (...args: Parameters<typeof world.procedures.moveIndex>) => {
      if (rivals-- > 0) await publishAndIndex('8.000033')
      return world.procedures.moveIndex(...args)
    } }
    await publishProcedure(listedSource('8.000032'), world)
    await refreshIndex({ procedures })
    expect(await inIndex()).toEqual(['8.000031', '8.000032', '8.000033'])
  })
})

describe('a list', () => {
  const shipped = (): Promise<ProcedureSource> => readProcedureFolder('forms/procedures/1.001612')
  it('adds, and takes changes of its own records in', async () => {
    expect(await publishProcedure(listedSource('8.000041'), world)).toMatchObject({ kind: 'published', version: 1 })
    expect(await publishProcedure(listedSource('8.000041'), world)).toMatchObject({ kind: 'unchanged', version: 1 })
    expect(await publishProcedure(listedSource('8.000041', 'Tên mới'), world)).toMatchObject({ kind: 'published', version: 2 })
  })
  it('is replaced by what an agency publishes with a form: level 2 becomes level 3', async () => {
    await publishProcedure(listedSource('1.001612'), world)
    expect(await publishProcedure(await shipped(), world)).toMatchObject({ kind: 'published', version: 2 })
    expect((await world.procedures.current('1.001612'))?.form).toBeDefined()
  })
  it('never replaces what an agency published, nor lowers it', async () => {
    await publishProcedure(await shipped(), world)
    expect(await publishProcedure(listedSource('1.001612'), world)).toMatchObject({ kind: 'kept', version: 1 })
    expect((await world.procedures.current('1.001612'))?.form).toBeDefined()
  })
  it('takes the place of what an agency published where somebody raised a line of a list for it', async () => {
    const source = await shipped()
    if (source.record.state !== 'read') throw new Error('unread')
    await publishProcedure(source, world)
    const raised = { ...source, record: { ...source.record, value: { ...Object(source.record.value), listedBy: 'list' } } }
    expect(await publishProcedure(raised, world)).toMatchObject({ kind: 'published', version: 2 })
  })
  it('takes no form away where somebody gave its own record one', async () => {
    const source = await shipped()
    if (source.record.state !== 'read') throw new Error('unread')
    const raised = { ...source, record: { ...source.record, value: { ...Object(source.record.value), listedBy: 'list' } } }
    await publishProcedure(listedSource('1.001612'), world)
    expect(await publishProcedure(raised, world)).toMatchObject({ kind: 'published', version: 2 })
    expect(await publishProcedure(listedSource('1.001612', 'Tên mới'), world)).toMatchObject({ kind: 'kept', version: 2 })
  })
})
