import { readLines, bordered } from './read-holes.ts'

const T = 'ĐƠN ĐỀ NGHỊ CẤP THẺ'
const sig = (lines: string[]) => readLines(T, ...lines).holes.map((h) => `${h.label}|${h.kind}${h.options ? '{' + h.options.join('/') + '}' : ''}${h.repeat !== null ? '*' : ''}`)
let n = 0, bad = 0
const check = (lines: string[], want: string[]) => { n++; const got = sig(lines); if (JSON.stringify(got) !== JSON.stringify(want)) { bad++; console.log(JSON.stringify(lines.map(l => l.replace(/<[^>]+>/g, '¦').replace(/¦+/g, '¦'))), '\n   got ', JSON.stringify(got), '\n   want', JSON.stringify(want)) } }
for (const b of ['☐', '□', '[ ]', '[  ]', '⬜', '❏', '◻', 'o'].slice(0, 7)) {
  for (const q of ['Đã kết hôn', '3. Có nhu cầu nhận bản sao', 'Đề nghị cấp bản sao (nếu có)']) {
    const l = q.replace(/^3\. /, '')
    for (const s of [': ', ' ', ':']) {
      check([`${q}${s}Có ${b} Không ${b}`], [`${l}|yesNo`])
      check([`${q}${s}${b} Có ${b} Không`], [`${l}|yesNo`])
      check([`${q}${s}Có ${b}; Không ${b}`], [`${l}|yesNo`])
      check([`${q}${s}Có${b} / Không${b}`], [`${l}|yesNo`])
      check([`${q}${s}${b} Có      ${b} Không.`], [`${l}|yesNo`])
      check([`${q}${s}Có ${b}, không ${b}`], [`${l}|yesNo`])
      check([`${q}${s}Không ${b} Có ${b}`], [`${l}|yesNo`])
    }
  }
  for (const q of ['Hình thức nhận kết quả', '5. Phương thức thanh toán']) {
    const l = q.replace(/^5\. /, '')
    check([`${q}: ${b} Trực tiếp ${b} Bưu chính ${b} Trực tuyến`], [`${l}|choice{Trực tiếp/Bưu chính/Trực tuyến}`])
    check([`${q}: Trực tiếp ${b} Bưu chính ${b} Trực tuyến ${b}`], [`${l}|choice{Trực tiếp/Bưu chính/Trực tuyến}`])
    check([`${q}:`, `${b} Trực tiếp`, `${b} Bưu chính`, `${b} Trực tuyến`, 'Lý do: ............'], [`${l}|choice{Trực tiếp/Bưu chính/Trực tuyến}`, 'Lý do|text'])
    check([`${q}:`, `- Trực tiếp ${b}`, `- Bưu chính ${b}`, 'Lý do: ............'], [`${l}|choice{Trực tiếp/Bưu chính}`, 'Lý do|text'])
    check([`${q}:`, `a) Trực tiếp: ${b}`, `b) Bưu chính: ${b}`, 'Lý do: ............'], [`${l}|choice{Trực tiếp/Bưu chính}`, 'Lý do|text'])
    check([`${q} (đánh dấu X vào ô thích hợp):`, `${b} Trực tiếp`, `${b} Bưu chính`, 'Lý do: ............'], [`${l}|choice{Trực tiếp/Bưu chính}`, 'Lý do|text'])
    check([`${q}: ${b} Trực tiếp ${b} Bưu chính ${b} Khác: ..........`], [`${l}|choice{Trực tiếp/Bưu chính/Khác}`, 'Khác|text'])
  }
  check([`Giới tính: Nam ${b} Nữ ${b}`], ['Giới tính|sex{Nam/Nữ}'])
  check([`Giới tính: ${b} Nam ${b} Nữ`], ['Giới tính|sex{Nam/Nữ}'])
  check([`Họ tên: .......... Giới tính: Nam ${b} Nữ ${b} Dân tộc: ..........`], ['Họ tên|name', 'Giới tính|sex{Nam/Nữ}', 'Dân tộc|ethnicity'])
}
for (const q of ['Ngày sinh', '2. Ngày, tháng, năm sinh', 'Ngày cấp', 'Ngày hết hạn']) {
  const l = q.replace(/^2\. /, ''), k = l === 'Ngày cấp' ? 'issueDate' : 'date'
  for (const d of ['...../...../........', '…/…/…', '…/…/20…', '......-......-........', 'ngày ..... tháng ..... năm ......', 'ngày … tháng … năm 20…', 'Ngày ….. tháng ….. năm ………', '__/__/____', '  /   /     ', '/ /20', '… … …'].slice(0, 8)) for (const s of [': ', ' ', ':'])
    { check([`${q}${s}${d}`], [`${l}|${k}`]); check([`Số: .......... ${l}${s}${d} Nơi cấp: ..........`], [sig([`Số: .......... Nơi cấp: ..........`])[0]!, `${l}|${k}`, 'Nơi cấp|issuePlace']) }
}
const tab = (rows: string[][]) => bordered(rows)
for (const head of [['STT', 'Họ và tên', 'Ngày sinh', 'Ghi chú'], ['TT', 'Tên giấy tờ', 'Số lượng', 'Ghi chú'], ['Số TT', 'Nội dung', 'Đơn vị tính', 'Thành tiền (đồng)']]) {
  const want = head.slice(1).map((h) => h)
  for (const rows of [[['', '', '', '']], [['', '', '', ''], ['', '', '', '']], [['1', '', '', ''], ['2', '', '', '']], [['1.', '...', '...', '...'], ['…', '…', '…', '…']], [['01', '', '', ''], ['...', '', '', '']]]) for (const cap of ['Danh sách:', '3. Thông tin chi tiết:', 'Danh sách gồm có:']) {
    n++; const got = readLines(T, cap, tab([head, ...rows])).holes
    const labels = got.map((h) => h.label.replace(/ \(đồng\)/, '')), w = want.map((x) => x.replace(/ \(đồng\)/, ''))
    if (JSON.stringify(labels) !== JSON.stringify(w) || got.some((h) => h.repeat === null)) { bad++; console.log('TABLE', JSON.stringify([cap, head, ...rows]), JSON.stringify(got.map((h) => [h.label, h.repeat]))) }
  }
}
for (const [a, b, c] of [['Họ và tên', 'Ngày sinh', 'Nơi ở'], ['Tên tổ chức', 'Mã số thuế', 'Địa chỉ']] as const) {
  for (const f of [(x: string) => [x, ''], (x: string) => [x, '..........'], (x: string) => [`${x}:`, ''], (x: string) => [`${x}: ..........`], (x: string) => [x, ':', ''], (x: string) => [x, ': ..........']]) {
    n++; const rows = [a, b, c].map(f); const got = readLines(T, 'I. Thông tin', tab(rows)).holes.map((h) => h.label)
    if (JSON.stringify(got) !== JSON.stringify([a, b, c])) { bad++; console.log('PAIRS', JSON.stringify(rows), JSON.stringify(got)) }
    const num = [a, b, c].map((x, i) => [String(i + 1), ...f(x)]); n++
    const got2 = readLines(T, 'I. Thông tin', tab(num)).holes.map((h) => h.label)
    if (JSON.stringify(got2) !== JSON.stringify([a, b, c])) { bad++; console.log('NUMBERED PAIRS', JSON.stringify(num), JSON.stringify(got2)) }
  }
}
console.log(n, bad)
