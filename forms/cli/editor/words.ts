import { says } from '../../authoring/edit/work.ts'
import type { Lang, Text } from '../../engine/json.ts'

/** What the pages of `dvc edit` say. */
export const WORDS = {
  form: says('Tờ khai', 'Form'), questions: says('Các câu hỏi', 'Questions'), facts: says('Niêm yết', 'Posting'), paper: says('Mẫu Word', 'Word form'), view: says('Xem như người dân', 'See it as citizens do'), undo: says('Hoàn tác lần sửa vừa rồi', 'Undo the last change'),
  sound: says('Không có lỗi: công bố được.', 'No mistakes: it can be published.'), unfinished: says('Tờ khai không có lỗi. Trước khi công bố, ghi tiếp các mục còn trống của niêm yết', 'The form has no mistakes. Before it can be published, fill in what the posting leaves open'), toMend: says('Cần sửa', 'To mend'), toDecide: says('Cần bạn quyết định', 'For you to decide'), toLookAt: says('Nên xem lại', 'Worth a look'),
  edit: says('Sửa', 'Edit'), up: says('Đưa lên', 'Move up'), down: says('Đưa xuống', 'Move down'), add: says('Thêm câu hỏi', 'Add a question'), back: says('Quay lại tờ khai', 'Back to the form'),
  required: says('bắt buộc', 'required'), optional: says('không bắt buộc', 'optional'), rows: says('bảng, nhiều dòng', 'table, several rows'), only: says('chỉ hỏi khi', 'asked only where'), byHandShort: says('có điều kiện viết tay', 'condition written by hand'),
  unasked: says('Ô trên mẫu không hỏi', 'Holes of the form that are not asked'), ask: says('Hỏi ô này', 'Ask for it'), none: says('Không có.', 'None.'), leftOut: says('để trống vì', 'left empty because'),
  titleVi: says('Câu hỏi, như trên mẫu', 'Title, in Vietnamese'), titleEn: says('Câu hỏi bằng tiếng Anh', 'Title in English'), partVi: says('Tên phần', 'Name of the part, in Vietnamese'), partEn: says('Tên phần bằng tiếng Anh', 'Name of the part in English'),
  helpVi: says('Hướng dẫn điền', 'Help, in Vietnamese'), helpEn: says('Hướng dẫn bằng tiếng Anh', 'Help in English'),
  kind: says('Kiểu trả lời', 'Kind of answer'), fixedKind: says('Kiểu này chỉ đổi được trong form.schema.json.', 'This kind can be changed in form.schema.json only.'),
  optionsVi: says('Các lựa chọn, mỗi lựa chọn một dòng', 'Choices in Vietnamese, one a line'), optionsEn: says('Các lựa chọn bằng tiếng Anh, cùng thứ tự', 'Choices in English, in the same order'),
  optionsHint: says('Chỉ dùng cho kiểu chọn một, chọn trong danh sách, đánh dấu ô. Ghi đúng chữ cạnh ô trên mẫu để ô được đánh dấu.', 'Only for kinds that are chosen or ticked. Use the words beside the boxes of the form, so that they are ticked.'),
  must: says('Bắt buộc trả lời, khi được hỏi', 'Has to be answered, where it is asked'), when: says('Hỏi khi nào', 'When it is asked'), always: says('Luôn hỏi', 'Always'), byHand: says('Giữ điều kiện đã viết tay', 'Keep the condition written by hand'),
  save: says('Lưu', 'Save'), drop: says('Bỏ câu hỏi này', 'Take this question out'), dropPart: says('Bỏ cả phần này', 'Take this part out'), whyDrop: says('Vì sao không hỏi (ô trên mẫu sẽ để trống)', 'Why it is not asked (its hole stays empty on paper)'),
  into: says('Đặt ở phần', 'Part'), whyUnprinted: says('Vì sao mẫu giấy không có chỗ ghi', 'Why the paper has no room for it'), choose: says('Chọn…', 'Choose…'), newPage: says('Phần mới, tên ở dưới', 'A new part, named below'), pageVi: says('Tên phần mới', 'Name of the new part, in Vietnamese'), pageEn: says('Tên phần mới bằng tiếng Anh', 'Name of the new part in English'), relocate: says('Chuyển sang phần khác', 'Move to another part'), relocateHint: says('Xếp cuối phần đó. Chỉ hỏi theo câu trả lời nào thì vẫn vậy, nếu câu hỏi đó còn đứng trước.', 'It goes to the end of that part. It still hangs on the answer that it hung on, if that question still comes before it.'),
  english: says('tiếng Anh', 'in English'), newPaper: says('Thêm giấy tờ', 'Add a paper'), gone: says('Bỏ giấy tờ này', 'Take this paper out'), caseGone: says('Bỏ trường hợp này', 'Take this case out'), newLimit: says('Thêm thời hạn của một trường hợp', 'Add the time limit of a case'), newFee: says('Thêm phí của một trường hợp', 'Add the fee of a case'), newCaseHint: says('Lưu rồi chọn câu trả lời cho biết trường hợp đó, nếu có.', 'Save, then choose the answer that tells the case, if one does.'), case: says('Trường hợp', 'Case'), limitAmount: says('Thời hạn, tính như thời hạn chung', 'Time limit, counted as the general one'), feeAmount: says('Phí, lệ phí (đồng)', 'Fee (VND)'), basis: says('Căn cứ', 'Legal basis'), leftOpen: says('Bản nháp để trống mục này', 'The draft left this open'),
  saved: says('Đã lưu.', 'Saved.'), undone: says('Đã trở lại như trước lần sửa vừa rồi.', 'Back to what it was before the last change.'), changedSince: says('Không hoàn tác được: tệp đã được sửa bằng tay sau lần lưu ấy.', 'It cannot be undone: the files were changed by other hands after that save.'), nothingToUndo: says('Không có lần sửa nào để hoàn tác.', 'There is no change to undo.'),
  wrong: says('Chưa lưu được', 'Not saved yet'), changed: says('Tệp đã đổi từ lúc bạn mở trang này (ở thẻ khác, hoặc sửa bằng tay). Những gì bạn vừa ghi vẫn còn ở đây: xem lại rồi bấm Lưu lần nữa để ghi đè.', 'The file has changed since you opened this page (in another tab, or by hand). What you typed is still here: look again, then press Save once more to overwrite.'),
  shown: says('Đã đưa lên cổng trên máy này:', 'It is now in the portal on this machine:'), noPortal: says('Chưa có cổng nào chạy trên máy này. Chạy "npm start" ở cửa sổ khác, rồi bấm lại.', 'No portal is running on this machine. Run "npm start" in another window, then press again.'),
  notShown: says('Cổng không nhận thủ tục này. Sửa các lỗi dưới đây rồi thử lại.', 'The portal does not take this procedure. Mend what is listed below and try again.'),
  gonePage: says('Không còn mục này.', 'This is not there any more.'), goneText: says('Có thể nó đã bị bỏ hoặc đổi tên ở thẻ khác.', 'It may have been taken out or renamed in another tab.'),
  fault: says('Lỗi của chương trình, không phải của bạn. Xin báo lại kèm dòng sau.', 'A fault of this program, not of yours. Please report it with this.'),
  filled: says('Xem mẫu đã điền thử', 'See it filled in, to try'),
  noPaper: says('Thư mục này không có form.docx.', 'There is no form.docx in this folder.'),
  toField: says('tới câu hỏi của ô', 'to the question of hole'), words: says('Trên mẫu', 'On the paper'),
} as const satisfies Readonly<Record<string, Text>>

export type Say = (word: keyof typeof WORDS) => string

export const sayIn = (lang: Lang): Say => (word) => WORDS[word][lang]
