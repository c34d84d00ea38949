import { UNFINISHED } from '../../authoring/unfinished.ts'
import { foldText } from '../../engine/fold.ts'
import type { JsonObject } from '../../engine/json.ts'
import type { ProcedureRecord } from '../../engine/procedure.ts'
import { isInEveryCommune } from '../../view/agency-name.ts'
import type { Hole, WordForm } from '../hole.ts'
import type { HoleAnswer, WordMap } from '../word-map.ts'

/** The page that asks which commune receives: on paper the citizen writes it behind 'Kính gửi', or just goes there. */
export const RECEIVER_PAGE = { name: 'noiNhan', slug: 'noi-nhan', answer: '/noiNhan/xaPhuong' } as const

export const RECEIVER: JsonObject = {
  title: 'Nơi nhận hồ sơ', 'x-dvc-en': { title: 'Where you file' }, 'x-jsf-presentation': { inputType: 'fieldset', slug: RECEIVER_PAGE.slug },
  type: 'object', required: ['xaPhuong'],
  properties: { xaPhuong: {
    title: 'Kính gửi', description: 'Chọn xã, phường, đặc khu nơi giải quyết hồ sơ, thường là nơi bạn cư trú. Ví dụ: Hà Nội, Phường Ba Đình.',
    'x-dvc-en': { title: 'To (commune)', description: 'Choose the commune that decides on your dossier, mostly where you live. For example: Hanoi, Ba Dinh ward.' },
    'x-jsf-presentation': { inputType: 'address', detail: false },
  } },
}

/** Is there one such agency in every commune? Then the citizen says which. A list may tell the tier and no name. */
export const isChosen = ({ agency: { tier, title } }: ProcedureRecord): boolean =>
  isInEveryCommune(title.vi) || (tier === 'commune' && title.vi === UNFINISHED.vi)

const PRINTED = 'Mẫu đã in sẵn nơi nhận'
const OTHERS = 'Người ký ở mục này tự ghi'
const KIND_OF_AGENCY = /(uy ban nhan dan|ubnd|cong an|phong [a-z ]+)[\s/,(]*((cap )?(xa|phuong|thi tran|dac khu)[\s/,)]*)*$/

const addressed = (hole: Hole, { agency }: ProcedureRecord): HoleAnswer => {
  const { n, label } = hole
  const words = foldText(label).replace(/\([^)]*\)/g, ' ').replace(/^[^a-z]*kinh gui\b/, '').replace(/^[^a-z]+|[^a-z]+$/g, '')
  if (words === '') return { n, label, system: 'agency' }
  return agency.chosenBy !== undefined && KIND_OF_AGENCY.test(words) ? { n, label, system: 'agencyPlace' } : { n, label, none: PRINTED }
}

const dated = (hole: Hole, isOwn: boolean): HoleAnswer => {
  const { n, label, kind } = hole
  return isOwn ? { n, label, system: kind === 'place' ? 'place' : 'submittedOn' } : { n, label, none: OTHERS }
}

/** The one who declares; 'người giám hộ' or 'chủ hộ' may be somebody else. */
const DECLARANT = /^(nguoi (ke )?khai|nguoi (lam|viet|nop) don|nguoi (yeu cau|de nghi|dang ky)|nguoi lam to khai)\b/

/**
 * What the system writes by itself. Of several dates those above the declarant's name are the declarant's, and the last: forms
 * put opinions and consents of others before it.
 */
export const officeEntries = ({ office }: WordForm, record: ProcedureRecord): WordMap['holes'] => {
  const last = office.findLastIndex(({ kind }) => kind === 'date')
  const isOwn = (hole: Hole, i: number): boolean => DECLARANT.test(foldText(hole.hint ?? '')) || i === last || (i === last - 1 && hole.kind === 'place')
  return office.map((hole, i) => (hole.kind === 'organisation' ? addressed(hole, record) : dated(hole, isOwn(hole, i))))
}

/** The commune that was chosen stands on paper as part of the agency's name, or nowhere. */
export const unprintedChoice = (entries: WordMap['holes']): WordMap['unprinted'] => {
  const isWritten = entries.some((entry) => 'system' in entry && (entry.system === 'agency' || entry.system === 'agencyPlace'))
  return [{ answer: RECEIVER_PAGE.answer, why: isWritten ? 'Ghi ở dòng Kính gửi, trong tên cơ quan do hệ thống điền' : 'Mẫu giấy không ghi nơi nhận' }]
}
