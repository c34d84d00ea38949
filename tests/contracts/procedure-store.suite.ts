import { beforeAll, describe, expect, it } from 'vitest'
import { ConditionFailed, type ProcedureStore } from '../../functions/core/ports.ts'
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
  it('keeps a form of two megabytes', async () => {
    const wide = procedure('9.000006', 1)
    const form = { title: wide.record.title, sections: [], schema: { enum: Array.from({ length: 40_000 }, (_none, index) => `Xã, phường, đặc khu số ${index}`) } }
    await made.store.addVersion({ ...wide, form })
    expect((await made.again().version('9.000006', 1))?.form).toEqual(form)
  })
}) }
