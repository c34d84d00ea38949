import type { Text } from '../engine/json.ts'

type Says = { readonly message: Text; readonly remedy: Text }
const says = (vi: readonly [string, string], en: readonly [string, string]): Says => ({ message: { vi: vi[0], en: en[0] }, remedy: { vi: vi[1], en: en[1] } })

/** What the linter says: what is wrong, and how to put it right. `what` and `more` come from the folder. */
export const SENTENCES = {
  missing: (what: string) => says([`Thiếu tệp ${what}.`, 'Thêm tệp này vào thư mục thủ tục.'], [`The file ${what} is missing.`, 'Add it to the procedure folder.']),
  broken: (_what: string, more: string) => says([`Không đọc được tệp này: ${more}.`, 'Sửa cú pháp JSON và lưu tệp bằng UTF-8.'], [`This file cannot be read: ${more}.`, 'Mend the JSON syntax and save the file as UTF-8.']),
  absent: (what: string) => says([`Thiếu "${what}".`, 'Thêm mục này; ví dụ có trong các thủ tục sẵn có.'], [`"${what}" is missing.`, 'Add it; the procedures at hand show how.']),
  surplus: (what: string) => says([`Không có mục nào tên "${what}".`, 'Bỏ mục này, hoặc sửa lại tên.'], [`There is nothing called "${what}" here.`, 'Take it out, or mend its name.']),
  shape: (_what: string, more: string) => says([`Giá trị chưa đúng: ${more}.`, 'Sửa lại theo authoring/meta-schema.json.'], [`The value is not right: ${more}.`, 'Mend it after authoring/meta-schema.json.']),
  compile: (_what: string, more: string) => says([`Không dựng được tờ khai từ lược đồ: ${more}.`, 'Sửa lược đồ ở chỗ được chỉ ra.'], [`No form can be made of the schema: ${more}.`, 'Mend the schema at this place.']),
  english: (what: string) => says([`"${what}" chưa có tiếng Anh.`, 'Thêm bản tiếng Anh vào "x-dvc-en" ở cùng chỗ.'], [`"${what}" has no English.`, 'Add it to "x-dvc-en" beside it.']),
  vietnamese: (what: string) => says([`Chưa có "${what}" bằng tiếng Việt.`, 'Thêm câu tiếng Việt; đây là bản gốc.'], [`There is no Vietnamese "${what}".`, 'Add the Vietnamese sentence; it is the source.']),
  help: (what: string) => says([`Mục "${what}" chưa có hướng dẫn (TT 32/2017/TT-BTTTT).`, 'Thêm "description" nói cần điền gì, theo giấy tờ nào.'], [`The field "${what}" has no help (TT 32/2017/TT-BTTTT asks for it).`, 'Add a "description" that says what to enter and after which paper.']),
  slug: (what: string) => says([`Địa chỉ trang "${what}" bị trùng hoặc đã dành cho trang khác.`, 'Đặt "slug" khác cho phần này.'], [`The page address "${what}" is taken or reserved.`, 'Give this section another "slug".']),
  slugForm: (what: string) => says([`Địa chỉ trang "${what}" chưa đúng dạng.`, 'Chỉ dùng chữ thường không dấu, chữ số và gạch nối.'], [`The page address "${what}" is not well formed.`, 'Use lower-case letters without marks, digits and hyphens only.']),
  duplicate: (what: string) => says([`Mã "${what}" bị trùng.`, 'Đặt mã khác.'], [`The id "${what}" is used twice.`, 'Choose another.']),
  name: (what: string) => says([`Tên thuộc tính "${what}" không dùng được.`, 'Bắt đầu bằng chữ cái, chỉ gồm chữ cái không dấu, chữ số và gạch dưới.'], [`The property name "${what}" cannot be used.`, 'Begin with a letter; use plain letters, digits and underscores only.']),
  unreachable: (what: string) => says([`Không ví dụ hợp lệ nào mở phần "${what}".`, 'Sửa điều kiện, hoặc thêm một ví dụ mở phần này.'], [`No valid example opens the section "${what}".`, 'Mend the condition, or add an example that opens it.']),
  keyword: (what: string) => says([`Điều kiện không dùng được từ khóa "${what}".`, 'Viết lại bằng const, enum, required, properties, minimum, not, allOf, anyOf…'], [`A condition cannot use the keyword "${what}".`, 'Say it with const, enum, required, properties, minimum, not, allOf, anyOf…']),
  property: (what: string) => says([`Điều kiện nhắc đến "${what}", mà tờ khai không có mục này.`, 'Sửa lại tên, hoặc khai mục này trong "properties".'], [`The condition names "${what}", which the form does not have.`, 'Mend the name, or declare it in "properties".']),
  option: (what: string) => says([`Điều kiện so với "${what}", mà mục này không có lựa chọn đó.`, 'Dùng một giá trị có trong danh sách lựa chọn.'], [`The condition compares with "${what}", which is no option of the field.`, 'Use one of its options.']),
  lastRule: () => says(['Dòng cuối còn có điều kiện, nên có thể không dòng nào áp dụng.', 'Bỏ "when" ở dòng cuối, hoặc thêm một dòng không có "when".'], ['The last rule has a condition, so it may be that none applies.', 'Take "when" out of the last rule, or add one without it.']),
  deadRule: () => says(['Dòng này không có điều kiện, nên các dòng sau không bao giờ áp dụng.', 'Đưa dòng này xuống cuối, hoặc đặt tên trường hợp bằng "case" nếu chỉ để niêm yết.'], ['This rule has no condition, so those after it never apply.', 'Move it to the end, or name its "case" if it is for the posting only.']),
  operation: (what: string) => says([`Quy tắc dùng phép "${what}", không có trong hệ thống.`, 'Dùng phép của json-logic hoặc các phép thêm (age, days_between, sum…).'], [`The rule uses the operation "${what}", which does not exist here.`, 'Use those of json-logic, or ours (age, days_between, sum…).']),
  rule: (what: string) => says([`Không có quy tắc tên "${what}".`, 'Khai quy tắc trong "x-jsf-logic" của đối tượng chứa mục này.'], [`There is no rule called "${what}".`, 'Declare it in "x-jsf-logic" of the object that holds the field.']),
  fewExamples: (what: string, more: string) => says([`Có ${more} ví dụ ${what}, còn ít.`, 'Thêm cho đủ 6 ví dụ hợp lệ và 12 ví dụ sai.'], [`There are only ${more} ${what} examples.`, 'Have at least 6 valid and 12 invalid ones.']),
  examples: () => says(['Tệp ví dụ phải có hai danh sách "valid" và "invalid".', 'Viết {"valid": [{"name", "answers"}], "invalid": [{"name", "answers", "issues"}]}.'], ['The examples must hold two lists, "valid" and "invalid".', 'Write {"valid": [{"name", "answers"}], "invalid": [{"name", "answers", "issues"}]}.']),
  notValid: (what: string, more: string) => says([`Ví dụ hợp lệ "${what}" bị từ chối: ${more}.`, 'Sửa ví dụ, hoặc sửa lược đồ.'], [`The valid example "${what}" is refused: ${more}.`, 'Mend the example, or the schema.']),
  notInvalid: (what: string, more: string) => says([`Ví dụ sai "${what}" không cho lỗi ${more}.`, 'Sửa ví dụ, hoặc thêm ràng buộc vào lược đồ.'], [`The invalid example "${what}" does not give ${more}.`, 'Mend the example, or add the constraint to the schema.']),
  folder: (what: string, more: string) => says([`Thư mục tên "${what}" mà mã thủ tục là "${more}".`, 'Đặt tên thư mục theo mã thủ tục.'], [`The folder is called "${what}" but the procedure's code is "${more}".`, 'Name the folder after the code.']),
  noWordForm: () => says(['Chưa có mẫu đơn form.docx.', 'Thêm mẫu để người dân tải về.'], ['There is no form.docx.', 'Add the Word form that people can download.']),
  crash: (_what: string, more: string) => says([`Không kiểm tra hết được: ${more}.`, 'Sửa các lỗi khác trước rồi kiểm tra lại.'], [`Not everything could be checked: ${more}.`, 'Mend the other findings first and check again.']),
} as const satisfies Readonly<Record<string, (what: string, more: string) => Says>>

export type SentenceKey = keyof typeof SENTENCES
