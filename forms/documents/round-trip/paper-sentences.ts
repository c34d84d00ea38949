import { says, type Says } from '../../authoring/sentences.ts'

/** What the linter says of an example that was tried on the paper. Beside it, since the publish function tries none and has no room. */
export const PAPER_SENTENCES = {
  lostAnswer: (what: string, more: string) => says([`Điền thử ví dụ "${what}": ${more}.`, 'Sửa form.map.json ở ô này, hoặc đặt tên lựa chọn theo mẫu.'], [`Filled with the example "${what}": ${more}.`, 'Mend form.map.json at this hole, or name the options as the form does.']),
  changedPaper: (what: string, more: string) => says([`Điền thử ví dụ "${what}" làm đổi chỗ khác của mẫu (${more}).`, 'Xin báo lại kèm mẫu này; đây là lỗi của chương trình.'], [`Filling with the example "${what}" changes the form elsewhere (${more}).`, 'Please report it with this form; the fault is the program\'s.']),
} as const satisfies Readonly<Record<string, (what: string, more: string) => Says>>
