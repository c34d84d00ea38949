import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changeFacts } from '../../../../forms/authoring/edit/change-facts.ts'
import { choicesOfForm } from '../../../../forms/authoring/edit/conditions.ts'
import { factGroups } from '../../../../forms/authoring/edit/facts.ts'
import { shown } from '../../../../forms/authoring/edit/shown-facts.ts'
import type { Work } from '../../../../forms/authoring/edit/work.ts'
import { checkProcedure } from '../../../../forms/authoring/check-record.ts'
import { unfinishedAt } from '../../../../forms/authoring/unfinished.ts'
import { withValueAt } from '../../../../forms/engine/pointer.ts'
import { listProcedureFolders, readProcedureFolder } from '../../../../forms/compile/read-folder.ts'
import { drafted, errorsIn, workOf } from './edit-source.ts'

/** What the page posts where nobody touches it, with `some` typed over it. */
const typed = (work: Work, some: Readonly<Record<string, string>> = {}) => {
  const values = new Map(factGroups(work).flatMap(({ facts }) => facts.flatMap((fact): [string, string][] => {
    const { vi, en } = shown(work.record, fact)
    return [[fact.pointer, vi], [`${fact.pointer}.vi`, vi.replaceAll('\n', '\r\n')], [`${fact.pointer}.en`, en.replaceAll('\n', '\r\n')]]
  })))
  return (name: string): string => some[name] ?? values.get(name) ?? ''
}

const FILLED = {
  '/summary.vi': 'Khi cần cấp thẻ mới.', '/summary.en': 'When you need a new card.', '/field/title.vi': 'Hộ tịch', '/field/title.en': 'Civil status', '/agency/title.vi': 'Ủy ban nhân dân xã', '/agency/title.en': 'Commune People\'s Committee', '/agency/tier': 'commune',
  '/decision': '12/QĐ-UBND', '/audience.vi': 'Công dân Việt Nam\n\nNgười nước ngoài', '/audience.en': 'Citizens\n\nForeigners', '/steps.vi': 'Nộp hồ sơ', '/steps.en': 'File', '/results.vi': 'Thẻ', '/results.en': 'Card',
  '/legalBasis.vi': '60/2014/QH13 | Luật Hộ tịch\nNghị định 123', '/legalBasis.en': 'Law on Civil Status\nDecree 123',
  '/channels/0/limits/0/amount': '5', '/channels/0/limits/0/basis': 'Luật Hộ tịch', '/channels/0/fees/0/amount': '20.000', '/channels/0/fees/0/basis': 'Nghị quyết 1',
  '/channels/1/limits/0/amount': '5', '/channels/1/limits/0/unit': 'days', '/channels/1/limits/0/basis': 'Luật Hộ tịch', '/channels/1/fees/0/note.vi': 'Do tỉnh quy định', '/channels/1/fees/0/note.en': 'Set by the province', '/channels/1/fees/0/basis': 'Nghị quyết 1',
}

describe('what the posting says', () => {
  it('changes in no procedure that is shipped where nobody touches it', async () => {
    const folders = await listProcedureFolders(join(import.meta.dirname, '../../../../forms/procedures'))
    for (const dir of folders) {
      const { record } = await readProcedureFolder(dir)
      const work: Work = { record: record.state === 'read' ? Object(record.value) : {}, schema: {}, map: { holes: [], unprinted: [] } }
      expect(changeFacts(work, typed(work)), dir).toEqual({ work })
      expect(factGroups(work).length).toBeGreaterThan(2)
    }
    const draft = drafted()
    expect(changeFacts(draft, typed(draft))).toEqual({ work: draft })
  })

  it('is filled in where the draft left it open, until nothing is', () => {
    const draft = drafted()
    expect(unfinishedAt(draft.record).length).toBeGreaterThan(8)
    const done = workOf(changeFacts(draft, typed(draft, FILLED)))
    expect(unfinishedAt(done.record)).toEqual([])
    expect([...checkProcedure(done.record, done.schema), ...errorsIn(done)]).toEqual([])
    expect(done.record).toMatchObject({
      field: { id: 'ho-tich', title: { vi: 'Hộ tịch', en: 'Civil status' } }, agency: { tier: 'commune', title: { vi: 'Ủy ban nhân dân xã' } },
      audience: [{ vi: 'Công dân Việt Nam', en: 'Citizens' }, { vi: 'Người nước ngoài', en: 'Foreigners' }],
      legalBasis: [{ number: '60/2014/QH13', title: { vi: 'Luật Hộ tịch', en: 'Law on Civil Status' } }, { number: '', title: { vi: 'Nghị định 123', en: 'Decree 123' } }],
      channels: [
        { limits: [{ amount: 5, unit: 'workingDays', basis: 'Luật Hộ tịch' }], fees: [{ amount: 20_000, basis: 'Nghị quyết 1' }] },
        { limits: [{ amount: 5, unit: 'days' }], fees: [{ amount: null, note: { vi: 'Do tỉnh quy định', en: 'Set by the province' } }] },
      ],
    })
    expect(JSON.stringify(done.record)).not.toContain('"note":{"vi":"[')
  })

  it('takes papers in and out, and says which are uploaded', () => {
    const draft = drafted()
    const two = workOf(changeFacts(draft, typed(draft, { 'paper.vi': 'Bản sao giấy khai sinh', 'paper.en': 'Copy of the birth certificate' })))
    expect(two.record).toMatchObject({ components: [{ isForm: true }, { id: 'ban-sao-giay-khai-sinh', title: { vi: 'Bản sao giấy khai sinh' }, duty: 'submit', upload: { required: true, accept: ['pdf', 'jpg', 'png'] } }] })
    const optional = workOf(changeFacts(two, typed(two, { '/components/1/upload': 'optional' })))
    expect(optional.record).toMatchObject({ components: [{}, { upload: { required: false, maxFiles: 10 } }] })
    const none = workOf(changeFacts(optional, typed(optional, { '/components/1/upload': 'none' })))
    expect(JSON.stringify(none.record)).not.toContain('maxFiles')
    expect(workOf(changeFacts(none, typed(none, { '/components/1.gone': 'yes' }))).record['components']).toEqual(draft.record['components'])
    expect(errorsIn(optional)).toEqual([])
  })

  it('takes limits and fees of a case before those for all others, told by an answer or only posted, and out again', () => {
    const draft = drafted()
    const added = workOf(changeFacts(draft, typed(draft, { '/channels/0/fees.case.vi': 'Gửi bưu chính', '/channels/0/fees.case.en': 'By post', '/channels/0/fees.amount': '30.000', '/channels/0/fees.basis': 'Nghị quyết 2', '/channels/0/limits.case.vi': 'Mất thẻ', '/channels/0/limits.case.en': 'Lost', '/channels/0/limits.amount': '3' })))
    expect(added.record).toMatchObject({ channels: [{ fees: [{ case: { vi: 'Gửi bưu chính', en: 'By post' }, amount: 30_000, basis: 'Nghị quyết 2' }, {}], limits: [{ case: { vi: 'Mất thẻ' }, amount: 3, unit: 'workingDays' }, {}] }, {}] })
    const key = choicesOfForm(added.schema).find(({ answer }) => answer.vi === 'Bưu chính')?.key ?? ''
    const told = workOf(changeFacts(added, typed(added, { '/channels/0/fees/0/when': key })))
    expect(told.record).toMatchObject({ channels: [{ fees: [{ when: { required: ['nguoiDeNghi'], properties: { nguoiDeNghi: { properties: { hinhThucNhan: { const: 'buu-chinh' } } } } } }, {}] }, {}] })
    expect(changeFacts(told, typed(told))).toEqual({ work: told })
    expect([...errorsIn(added), ...errorsIn(told)]).toEqual([])
    const out = workOf(changeFacts(told, typed(told, { '/channels/0/fees/0.gone': 'yes', '/channels/0/limits/0.gone': 'yes' })))
    expect(out).toEqual(draft)
  })

  it('asks a paper of those who gave one answer, and keeps a condition written by hand', () => {
    const draft = workOf(changeFacts(drafted(), typed(drafted(), { 'paper.vi': 'Giấy ủy quyền', 'paper.en': 'Power of attorney' })))
    const key = choicesOfForm(draft.schema).find(({ question, answer }) => question.vi === 'Đã có thẻ' && answer.vi === 'Có')?.key ?? ''
    const asked = workOf(changeFacts(draft, typed(draft, { '/components/1/when': key })))
    expect(asked.record).toMatchObject({ components: [{}, { when: { properties: { noiDungDeNghi: { properties: { daCoThe: { const: true } } } } } }] })
    expect(workOf(changeFacts(asked, typed(asked, { '/components/1/when': '' })))).toEqual(draft)
    const own = { properties: { nguoiDeNghi: { properties: { hoVaTen: { minLength: 3 } } } } }
    const byHand: Work = { ...draft, record: withValueAt(draft.record, '/components/1/when', own) }
    expect(changeFacts(byHand, typed(byHand))).toEqual({ work: byHand })
    expect(typed(byHand)('/components/1/when')).toBe('byHand')
    expect(errorsIn(asked)).toEqual([])
  })

  it('is refused where a case lacks its words or its number', () => {
    const draft = drafted()
    const fields = (some: Readonly<Record<string, string>>) => { const changed = changeFacts(draft, typed(draft, some)); return 'wrongs' in changed ? changed.wrongs.map(({ field }) => field) : [] }
    expect(fields({ '/channels/0/fees.amount': '5' })).toEqual(['/channels/0/fees.case.vi'])
    expect(fields({ '/channels/0/limits.case.vi': 'Mất thẻ' })).toEqual(['/channels/0/limits.amount'])
    expect(fields({ '/channels/0/fees.case.vi': 'Mất thẻ', '/channels/0/fees.amount': 'x' })).toEqual(['/channels/0/fees.amount'])
    expect(fields({ '/channels/0/limits/0/when': 'no such answer' })).toEqual([])
  })

  it('is refused where a number is no number, and a choice none that is offered', () => {
    const draft = drafted()
    const fields = (some: Readonly<Record<string, string>>) => { const changed = changeFacts(draft, typed(draft, some)); return 'wrongs' in changed ? changed.wrongs.map(({ field }) => field) : [] }
    expect(fields({ '/channels/0/limits/0/amount': 'năm' })).toContain('/channels/0/limits/0/amount')
    expect(fields({ '/channels/0/limits/0/amount': '0' })).toEqual(['/channels/0/limits/0/amount'])
    expect(fields({ '/channels/0/fees/0/amount': '-5' })).toEqual(['/channels/0/fees/0/amount'])
    expect(fields({ '/agency/tier': 'king' })).toEqual(['/agency/tier'])
  })

  it('keeps what a list of lines does not show: the code of a result, the day of a law', () => {
    const draft = drafted()
    const work: Work = { ...draft, record: { ...draft.record, results: [{ code: 'KQ1', title: { vi: 'Thẻ', en: 'Card' } }], legalBasis: [{ number: '1/2020', title: { vi: 'Luật', en: 'Law' }, issued: '2020-01-01' }] } }
    const more = workOf(changeFacts(work, typed(work, { '/results.vi': 'Thẻ\nGiấy hẹn', '/results.en': 'Card\nSlip', '/legalBasis.vi': '1/2020 | Luật\n2/2021 | Nghị định', '/legalBasis.en': 'Law\nDecree' })))
    expect(more.record).toMatchObject({ results: [{ code: 'KQ1', title: { vi: 'Thẻ' } }, { title: { vi: 'Giấy hẹn', en: 'Slip' } }], legalBasis: [{ number: '1/2020', issued: '2020-01-01' }, { number: '2/2021', title: { vi: 'Nghị định', en: 'Decree' } }] })
  })
})
