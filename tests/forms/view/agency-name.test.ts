import { expect, test } from 'vitest'
import { agencyName, agencyOfCodes } from '../../../forms/view/agency-name.ts'
import { CONTEXT, recordOf } from './page-props.ts'

const { lists } = CONTEXT
const birth = recordOf('1.001193')
const BA_DINH = { applicant: { receivingCommune: { province: '01', commune: '00004' } } }

test('a receiving commune is named with its province, in the words of the agency', () => {
  expect(agencyName(birth, BA_DINH, { lists, lang: 'vi' })).toBe('Ủy ban nhân dân phường Ba Đình, thành phố Hà Nội')
  expect(agencyOfCodes(birth, '01/00004', { lists, lang: 'vi' })).toBe('Ủy ban nhân dân phường Ba Đình, thành phố Hà Nội')
  expect(agencyOfCodes(birth, '01/00004', { lists, lang: 'en' })).toContain('Phường Ba Đình')
})

test.each(['H26', '01/99999', '', '01/00004/x'])('codes that name no commune (%s) leave the kind of agency', (codes) => {
  expect(agencyOfCodes(birth, codes, { lists, lang: 'vi' })).toBe(birth.agency.title.vi)
})

test('without a chosen commune the kind of agency is named', () => {
  expect(agencyName(birth, {}, { lists, lang: 'vi' })).toBe(birth.agency.title.vi)
})

test.each([
  ['Ủy ban nhân dân cấp xã', 'Ủy ban nhân dân phường Ba Đình, thành phố Hà Nội'], ['Công an cấp Xã', 'Công an phường Ba Đình, thành phố Hà Nội'],
  ['Ủy ban Nhân dân xã, phường, thị trấn.', 'Ủy ban Nhân dân phường Ba Đình, thành phố Hà Nội'], ['Ủy ban nhân dân xã, phường, đặc khu', 'Ủy ban nhân dân phường Ba Đình, thành phố Hà Nội'],
  ['Sở Xây dựng, Ủy ban nhân dân cấp xã', 'Sở Xây dựng, Ủy ban nhân dân cấp xã – phường Ba Đình, thành phố Hà Nội'],
])('%s of a commune is %s', (title, named) => {
  expect(agencyName({ ...birth, agency: { ...birth.agency, title: { vi: title, en: '' } } }, BA_DINH, { lists, lang: 'vi' })).toBe(named)
})
