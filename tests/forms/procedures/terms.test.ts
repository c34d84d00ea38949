import { describe, expect, it } from 'vitest'
import { lintProcedure } from '../../../forms/authoring/lint.ts'
import { dueDate } from '../../../forms/calendar/due-date.ts'
import { readProcedureFolder } from '../../../forms/compile/read-folder.ts'
import { normaliseAnswers } from '../../../forms/engine/normalise.ts'
import type { ProcedureRecord } from '../../../forms/engine/procedure.ts'
import { papersFor, termsFor, uploadsFor } from '../../../forms/engine/terms.ts'
import { compiled, CONTEXT, examplesOf, recordOf, ROOT } from './folders.ts'

const answersOf = (code: string, name: RegExp) => {
  const example = examplesOf(code).valid.find((one) => name.test(one.name))
  if (!example) throw new Error(`no valid example of ${code} is named ${name}`)
  return normaliseAnswers(compiled(code).form, example.answers, CONTEXT)
}
const mustUpload = (code: string, name: RegExp) =>
  uploadsFor(recordOf(code), answersOf(code, name)).filter((component) => component.upload?.required).map((component) => component.id)

describe('papers', () => {
  it.each([
    ['1.001193', /Giấy chứng sinh điện tử/, []],
    ['1.001193', /một mình/, ['giay-chung-sinh']],
    ['1.001193', /người làm chứng/, ['van-ban-lam-chung']],
    ['1.001193', /quá hạn/, ['giay-cam-doan']],
    ['1.001193', /bỏ rơi/, ['bien-ban-bo-roi']],
    ['1.001193', /mang thai hộ/, ['giay-chung-sinh', 'xac-nhan-mang-thai-ho']],
    ['1.001193', /uỷ quyền/, ['van-ban-uy-quyen']],
    ['1.001193', /Không xin bản sao/, ['giay-cam-doan']],
    ['1.001612', /tự nộp/, []],
    ['1.001612', /vợ chồng/, ['uy-quyen-chu-ho']],
    ['1.001612', /Tổ chức dịch vụ/, ['hop-dong-dich-vu', 'giay-gioi-thieu', 'ban-sao-can-cuoc']],
    ['1.001612', /được uỷ quyền/, ['uy-quyen-nop']],
    ['1.001612', /Bưu chính công ích/, ['phieu-gui']],
    ['1.001612', /Điền đủ/, ['uy-quyen-chu-ho', 'uy-quyen-nop', 'ban-sao-can-cuoc']],
    ['2.000181', /nhà của mình/, ['dang-ky-kinh-doanh', 'van-ban-gioi-thieu', 'mo-ta-dia-diem', 'quyen-su-dung', 'bang-ke-thiet-bi']],
    ['2.000181', /một địa điểm thuê/, ['dang-ky-kinh-doanh', 'van-ban-gioi-thieu', 'mo-ta-dia-diem', 'hop-dong-thue', 'bang-ke-thiet-bi']],
    ['2.000181', /ba địa điểm/, ['dang-ky-kinh-doanh', 'van-ban-gioi-thieu', 'mo-ta-dia-diem', 'quyen-su-dung', 'hop-dong-thue', 'hop-dong-muon', 'bang-ke-thiet-bi']],
    ['1.004873', /Chưa kết hôn/, []],
    ['1.004873', /Đã ly hôn/, ['giay-cap-truoc']],
    ['1.004873', /người được ủy quyền/, ['van-ban-uy-quyen']],
    ['1.001022', /giám định/, ['chung-cu-co-quan']],
    ['1.001022', /hai người làm chứng/, ['van-ban-cam-doan']],
    ['1.000894', /lần thứ ba/, []],
    ['1.000656', /có Giấy báo tử/, ['giay-bao-tu']],
    ['1.000656', /Giấy báo tử điện tử/, []],
    ['1.000656', /chết đã lâu/, ['chung-cu-viec-chet']],
    ['1.000656', /Tòa án/, ['giay-thay-the']],
    ['1.004222', /Về ở với mẹ/, []],
    ['1.004222', /Thuê nhà/, ['hop-dong-thue']],
    ['1.004222', /tu hành/, ['ton-giao-nha-o', 'ton-giao-nguoi']],
    ['1.004222', /trên thuyền/, ['phuong-tien']],
    ['1.004194', /Thuê nhà/, []],
    ['1.004194', /ký túc xá/, ['danh-sach']],
    ['1.001731', /Con trai/, ['giay-chung-tu']],
    ['1.001731', /đơn thân/, ['giay-chung-tu', 'don-than']],
    ['1.001776', /bà khai thay/, ['giay-khuyet-tat']],
    ['1.013225', /riêng lẻ ba tầng/, ['giay-to-dat', 'ban-ve']],
    ['1.013225', /nhà xưởng/, ['giay-to-dat', 'ban-ve', 'tham-tra', 'du-an']],
    ['1.013978', /ghi nợ/, ['giay-to-dat', 'lien-ke']],
    ['1.013978', /Thông báo/, ['thong-bao', 'lien-ke']],
    ['1.013978', /Hộ gia đình/, ['giay-to-dat', 'mau-15a', 'thanh-vien-ho', 'lien-ke']],
  ])('%s asks by case: %s', (code, name, ids) => {
    expect(mustUpload(code, name)).toEqual(ids)
  })

  it('shown at the counter are asked of everybody at a birth, none of them to be uploaded by force', () => {
    const shown = papersFor(recordOf('1.001193'), answersOf('1.001193', /một mình/)).filter((component) => component.duty === 'show')
    expect(shown.map((component) => component.id)).toEqual(['giay-to-tuy-than', 'giay-to-cu-tru'])
    expect(shown.some((component) => component.upload?.required)).toBe(false)
  })
})

describe('time limits and fees', () => {
  it('of a birth: the same day, free on time, set by the province when late', () => {
    const record = recordOf('1.001193')
    const onTime = termsFor(record, 'online', answersOf('1.001193', /một mình/))
    expect(onTime.fee.amount).toBe(0)
    expect(dueDate({ receivedAt: '2026-11-25T09:00:00+07:00', limit: onTime.limit }).dueAt).toBe('2026-11-25T17:00:00+07:00')
    expect(dueDate({ receivedAt: '2026-11-25T15:30:00+07:00', limit: onTime.limit }).dueAt).toBe('2026-11-26T17:00:00+07:00')
    expect(termsFor(record, 'counter', answersOf('1.001193', /quá hạn/)).fee.amount).toBeNull()
  })

  it('of a birth: the copies are told only to those who ask for them', () => {
    const told = (name: RegExp) => termsFor(recordOf('1.001193'), 'online', answersOf('1.001193', name)).fee.note?.vi ?? ''
    expect(told(/Giấy chứng sinh điện tử/)).toContain('8.000 đồng')
    expect(told(/Không xin bản sao/)).toBe('')
  })

  it('of a household business: three working days, 150,000 online and by post, 50,000 at the counter', () => {
    const record = recordOf('1.001612')
    const answers = answersOf('1.001612', /tự nộp/)
    expect((['online', 'post', 'counter'] as const).map((channel) => termsFor(record, channel, answers).fee.amount)).toEqual([150_000, 150_000, 50_000])
    const { limit } = termsFor(record, 'online', answers)
    expect(dueDate({ receivedAt: '2026-11-23T09:00:00+07:00', limit }).dueAt).toBe('2026-11-27T17:00:00+07:00')
  })

  it('of a tobacco licence: fifteen working days', () => {
    const { limit } = termsFor(recordOf('2.000181'), 'online', answersOf('2.000181', /nhà của mình/))
    expect([limit.amount, limit.unit]).toEqual([15, 'workingDays'])
  })

  it('of a tobacco licence: a lower appraisal fee for a household business, by place and date', () => {
    const fee = (name: RegExp) => termsFor(recordOf('2.000181'), 'online', answersOf('2.000181', name)).fee
    expect(fee(/nhà của mình/).note?.vi).toMatch(/100\.000 đồng.*200\.000 đồng/)
    expect(fee(/ba địa điểm/).note?.vi).toMatch(/300\.000 đồng.*600\.000 đồng/)
  })

  it('of a vehicle transfer: each case of the record, at the counter and online', () => {
    const limits = recordOf('1.013076').channels.map((terms) => [terms.channel, ...terms.limits.map(({ amount, unit }) => `${amount} ${unit}`)])
    const cases = ['2 workingDays', '30 days', '7 workingDays', '1 hours', '2 workingDays']
    expect(limits).toEqual([['online', ...cases], ['counter', ...cases]])
  })

  it.each([
    ['1.004873', 'online', /Chưa kết hôn/, { limit: '3 workingDays', amount: null }],
    ['1.000894', 'online', /lần đầu/, { limit: '1 workingDays', amount: 0 }],
    ['1.000656', 'online', /có Giấy báo tử/, { limit: '1 workingDays', amount: 0 }],
    ['1.000656', 'online', /Quá hạn/, { limit: '1 workingDays', amount: null }],
    ['1.004222', 'online', /Về ở với mẹ/, { limit: '7 workingDays', amount: 10_000 }],
    ['1.004222', 'counter', /Về ở với mẹ/, { limit: '7 workingDays', amount: 20_000 }],
    ['1.004194', 'online', /Thuê nhà/, { limit: '3 workingDays', amount: 7000 }],
    ['1.004194', 'counter', /ký túc xá/, { limit: '3 workingDays', amount: 10_000 }],
    ['1.013225', 'online', /riêng lẻ ba tầng/, { limit: '15 days', amount: null }],
    ['1.013225', 'online', /nhà xưởng/, { limit: '20 days', amount: null }],
    ['1.013978', 'online', /ghi nợ/, { limit: '17 workingDays', amount: null }],
    ['1.013978', 'counter', /ghi nợ/, { limit: '27 workingDays', amount: null }],
  ] as const)('of %s, %s, %s', (code, channel, name, told) => {
    const terms = termsFor(recordOf(code), channel, answersOf(code, name))
    expect({ limit: `${terms.limit.amount} ${terms.limit.unit}`, amount: terms.fee.amount }).toEqual(told)
  })
})

describe('a rule that only names its case', () => {
  const [lost, usual] = [{ vi: 'Mất giấy', en: 'Paper lost' }, { vi: 'Các trường hợp khác', en: 'Other cases' }]
  const withLimits = (limits: ProcedureRecord['channels'][number]['limits']): ProcedureRecord => {
    const record = recordOf('2.000181')
    return { ...record, channels: record.channels.map((terms) => ({ ...terms, limits })) }
  }
  const rules = [{ case: lost, amount: 30, unit: 'days', basis: 'x' }, { case: usual, amount: 2, unit: 'workingDays', basis: 'x' }] as const

  it('is told on the posting and decides nothing; the last decides, named or not', () => {
    expect(termsFor(withLimits(rules), 'online', {}).limit.amount).toBe(2)
    expect(termsFor(withLimits([{ ...rules[0], when: { required: ['lost'] } }, rules[1]]), 'online', { lost: {} }).limit.amount).toBe(30)
  })

  it('may stand before the last; a rule without name or condition may not', async () => {
    const source = await readProcedureFolder(`${ROOT}2.000181`)
    const found = (record: ProcedureRecord) => lintProcedure({ ...source, record: { file: 'procedure.json', state: 'read', value: JSON.parse(JSON.stringify(record)), text: '' } }, CONTEXT).filter((one) => one.severity === 'error').map((one) => one.pointer)
    expect(found(withLimits(rules))).toEqual([])
    expect(found(withLimits([{ amount: 30, unit: 'days', basis: 'x' }, rules[1]]))).toContain('/channels/0/limits/0')
  })
})
