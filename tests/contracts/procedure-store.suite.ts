import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex } from '../../forms/index.ts'
import { ConditionFailed, type ProcedureStore } from '../../functions/core/ports.ts'
import { refreshIndex } from '../../functions/core/refresh-index.ts'
import { procedure } from './samples.ts'

/** What every ProcedureStore promises; `make` gives an empty one, `again` another one on the same data. */
export const procedureStoreSuite = (name: string, make: () => Promise<{ readonly store: ProcedureStore; readonly again: () => ProcedureStore }>): void => { describe(`ProcedureStore on ${name}`, () => {
  let made: Awaited<ReturnType<typeof make>>
  beforeAll(async () => { made = await make() })

  it('knows nothing in the beginning', async () => {
    expect(await made.store.catalogue()).toEqual([])
    expect(await made.store.current('9.000001')).toBeUndefined()
    expect(await made.store.version('9.000001', 1)).toBeUndefined()
  })
  it('has a version that is not current until it is made so', async () => {
    const first = procedure('9.000002', 1)
    await made.store.addVersion(first)
    expect(await made.store.version('9.000002', 1)).toEqual(first)
    expect(await made.store.current('9.000002')).toBeUndefined()
    await made.store.makeCurrent(first, 0)
    expect(await made.store.current('9.000002')).toEqual(first)
    expect(await made.again().current('9.000002')).toEqual(first)
  })
  it('never changes a version', async () => {
    const first = procedure('9.000003', 1)
    await made.store.addVersion(first)
    await expect(made.store.addVersion({ ...first, sourceHash: 'other' })).rejects.toBeInstanceOf(ConditionFailed)
    expect(await made.again().version('9.000003', 1)).toEqual(first)
  })
  it('moves the pointer only from where the caller saw it', async () => {
    const [first, second] = [procedure('9.000004', 1), procedure('9.000004', 2)]
    await made.store.addVersion(first)
    await made.store.makeCurrent(first, 0)
    await made.store.addVersion(second)
    await expect(made.store.makeCurrent(second, 0)).rejects.toBeInstanceOf(ConditionFailed)
    await made.store.makeCurrent(second, 1)
    await expect(made.store.makeCurrent(first, 1)).rejects.toBeInstanceOf(ConditionFailed)
    expect((await made.store.current('9.000004'))?.version).toBe(2)
    expect(await made.store.version('9.000004', 1)).toEqual(first)
  })
  it('lists the current version of each procedure, and says whether it can be applied for here', async () => {
    const { form: _none, validatorSha256: _nor, ...posted } = procedure('9.000005', 1)
    await made.store.addVersion(posted)
    await made.store.makeCurrent(posted, 0)
    const lines = (await made.store.catalogue()).map(({ code, version, online }) => ({ code, version, online }))
    expect(lines).toEqual([
      { code: '9.000002', version: 1, online: true }, { code: '9.000004', version: 2, online: true }, { code: '9.000005', version: 1, online: false },
    ])
  })
  it('makes an index of the entries while there is none, and keeps to the one that was put in place', async () => {
    expect((await made.store.index()).items.map(({ code }) => code)).toEqual(['9.000002', '9.000004', '9.000005'])
    const first = buildIndex((await made.store.catalogue()).slice(0, 2))
    await made.store.moveIndex(first, 'one', undefined)
    expect(await made.again().index()).toEqual(first)
    expect(await made.store.index()).toEqual(first)
    await expect(made.store.moveIndex(first, 'two', undefined)).rejects.toBeInstanceOf(ConditionFailed)
    const pointer = await made.again().indexPointer()
    const second = buildIndex(await made.store.catalogue())
    await made.again().moveIndex(second, 'two', pointer)
    expect(await made.store.index()).toEqual(second)
    expect(await made.store.indexPointer()).toMatchObject({ revision: 2, contentHash: 'two' })
    await expect(made.store.moveIndex(first, 'one', pointer)).rejects.toBeInstanceOf(ConditionFailed)
    expect(await made.again().index()).toEqual(second)
  })
  it('loses nothing when several publish at once, each with a store of its own', async () => {
    const codes = Array.from({ length: 6 }, (_none, n) => `9.00010${n}`)
    await Promise.all(codes.map(async (code) => {
      const procedures = made.again()
      await procedures.addVersion(procedure(code, 1))
      await procedures.makeCurrent(procedure(code, 1), 0)
      await refreshIndex({ procedures })
    }))
    expect((await made.again().index()).items.map(({ code }) => code)).toEqual(expect.arrayContaining(codes))
  })
  it('keeps an index larger than an item', async () => {
    const [entry] = await made.store.catalogue()
    if (!entry) throw new Error('no entry')
    const large = buildIndex(Array.from({ length: 400 }, (_none, n) => ({ ...entry, code: `9.${String(n).padStart(6, '0')}`, keywords: Array.from({ length: 40 }, () => randomUUID()) })))
    await made.store.moveIndex(large, 'large', await made.store.indexPointer())
    expect((await made.store.indexPointer())?.parts).toBeGreaterThan(1)
    expect(await made.again().index()).toEqual(large)
  })
  it('keeps a form of two megabytes', async () => {
    const wide = procedure('9.000006', 1)
    const form = { title: wide.record.title, sections: [], schema: { enum: Array.from({ length: 40_000 }, (_none, index) => `Xã, phường, đặc khu số ${index}`) } }
    await made.store.addVersion({ ...wide, form })
    expect((await made.again().version('9.000006', 1))?.form).toEqual(form)
  })
}) }
