import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codeListsOf, PROVINCE_OPTIONS, resolveCommune } from '../../../forms/index.ts'
import { CODE_LISTS, CONTEXT } from './context.ts'

type Unit = { readonly Code: string; readonly FullName: string; readonly Wards: readonly { readonly Code: string; readonly FullName: string }[] }

// An independent list of the units of 2026-07-25, beside the working tree where there is one.
const UNITS = new URL('../../../../shared/data/units/vn-units-2026-07-25.json', import.meta.url)
const units = (): readonly Unit[] => JSON.parse(readFileSync(UNITS, 'utf8'))

/** 'Hoà' and 'Hòa', 'Thuỷ' and 'Thủy', 'H’Leo' and 'H\'Leo': orthographies of one name. */
const spelling = (name: string): string => name.replaceAll('’', "'").toLowerCase().normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC')

describe('code lists', () => {
  it('hold 34 provinces and 3,321 communes, each with a code of its own', () => {
    const communes = Object.values(CODE_LISTS).flatMap((list) => list.communes)
    expect(Object.keys(CODE_LISTS)).toHaveLength(34)
    expect(communes).toHaveLength(3321)
    expect(new Set(communes.map((commune) => commune.code)).size).toBe(3321)
    expect(PROVINCE_OPTIONS.map((option) => option.value).toSorted()).toEqual(Object.keys(CODE_LISTS).toSorted())
  })

  it('lead every former commune to communes of the same province', () => {
    for (const list of Object.values(CODE_LISTS)) {
      const codes = new Set(list.communes.map((commune) => commune.code))
      expect(list.formerCommunes.every((former) => former.communes.length > 0 && former.communes.every((code) => codes.has(code)))).toBe(true)
    }
    expect(Object.values(CODE_LISTS).flatMap((list) => list.formerCommunes).length).toBeGreaterThan(10_000)
  })

  it.skipIf(!existsSync(UNITS))('agree with an independent list: same codes in the same provinces, same names but for spelling', () => {
    const differences = units().flatMap((unit) => {
      const ours = new Map(CODE_LISTS[unit.Code]?.communes.map((commune) => [commune.code, commune.name]))
      const theirs = unit.Wards.filter((ward) => spelling(ours.get(ward.Code) ?? '') !== spelling(ward.FullName))
      return ours.size === unit.Wards.length ? theirs.map((ward) => `${ward.Code} ${ours.get(ward.Code)} / ${ward.FullName}`) : [`${unit.FullName}: ${ours.size} of ${unit.Wards.length}`]
    })
    expect(differences).toEqual([])
  })

  it('refuse a file that is not the database', () => {
    expect(() => codeListsOf({})).toThrow('wards')
    expect(() => codeListsOf([{ type: 'table', name: 'wards', data: [] }])).toThrow('wards')
  })
})

describe('a typed commune', () => {
  const { lists } = CONTEXT

  it('is found by its full name of today, in every province', () => {
    const wrong = Object.entries(CODE_LISTS).flatMap(([province, list]) => list.communes.filter((commune) => {
      const found = resolveCommune(commune.name, province, lists)
      return !('code' in found && found.code === commune.code)
    }))
    expect(wrong).toEqual([])
  })

  it.each([
    ['phường ba đình', '01', '00004'], ['PHƯỜNG BA ĐÌNH', '01', '00004'], ['P. Ba Dinh', '01', '00004'], ['Ba Đình', '01', '00004'],
    ['Xã Hoà Xá', '01', '10417'], ['Xã Hòa Xá', '01', '10417'], ['TT Sóc Sơn', '01', '00376'], ["Xã Ea H'Leo", '66', '24184'], ['Xã Long Thành', '75', '26368'],
    ['P.12, quận Gò Vấp', '79', '26882'], ['Phường 12 (Gò Vấp)', '79', '26882'], ['phường 012, Q. Gò Vấp', '79', '26882'],
  ])('"%s" in %s is %s', (typed, province, code) => {
    expect(resolveCommune(typed, province, lists)).toEqual({ code })
  })

  it('is not guessed where several fit, and each candidate finds its commune when it is typed', () => {
    const found = resolveCommune('Phường 12', '79', lists)
    expect('candidates' in found && found.candidates.length).toBeGreaterThan(1)
    const dead = ['01', '24', '79'].flatMap((province) => [...new Set(CODE_LISTS[province]?.formerCommunes.map((former) => former.name))].flatMap((name) => {
      const meant = resolveCommune(name, province, lists)
      const candidates = 'candidates' in meant ? meant.candidates : []
      const unfound = candidates.filter((candidate) => !('code' in resolveCommune(candidate, province, lists)))
      return 'candidates' in meant && candidates.length === 0 ? [name] : unfound
    }))
    expect(dead).toEqual([])
  })

  it('is not found where it is not', () => {
    expect(resolveCommune('Phường Không Có', '01', lists)).toEqual({ candidates: [] })
    expect(resolveCommune('', '01', lists)).toEqual({ candidates: [] })
    expect(resolveCommune('Phường Ba Đình', '99', lists)).toEqual({ candidates: [] })
  })
})
