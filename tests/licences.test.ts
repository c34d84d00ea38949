import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLicences, findLicenceFaults } from './licences.ts'

const silent = (): Promise<undefined> => Promise.resolve(undefined)

describe('licences', () => {
  it('lets every installed package pass', async () => {
    const { checked, faults } = await checkLicences(join(import.meta.dirname, '..'))
    expect(faults).toEqual([])
    expect(checked).toBeGreaterThan(100)
  })

  it('names the package and the licence that does not fit', async () => {
    const faults = await findLicenceFaults({ '': {}, 'node_modules/a/node_modules/gnu': { version: '1.0.0', license: 'GPL-3.0-only' } }, silent)
    expect(faults).toEqual([{ package: 'gnu@1.0.0', licence: 'GPL-3.0-only', why: 'not on the list' }])
  })

  it('takes one side of OR and both sides of AND', async () => {
    const packages = {
      'node_modules/either': { license: '(MIT OR GPL-3.0-or-later)' },
      'node_modules/both': { license: 'MIT AND GPL-3.0-or-later' },
    }
    expect((await findLicenceFaults(packages, silent)).map((fault) => fault.licence)).toEqual(['MIT AND GPL-3.0-or-later'])
  })

  it('allows MPL-2.0 in development and refuses it in what is shipped', async () => {
    const packages = { 'node_modules/tool': { license: 'MPL-2.0', dev: true }, 'node_modules/shipped': { license: 'MPL-2.0' } }
    expect(await findLicenceFaults(packages, silent)).toEqual([{ package: 'shipped@?', licence: 'MPL-2.0', why: 'allowed in development only' }])
  })

  it('refuses a package that states no licence at all', async () => {
    expect((await findLicenceFaults({ 'node_modules/silent': { version: '2.0.0' } }, silent))[0]?.licence).toBe('unknown')
  })
})
