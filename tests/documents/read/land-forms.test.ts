import { describe, expect, test } from 'vitest'
import { para, run } from '../make-docx.ts'
import { bordered, holesOf, readLines } from './read-holes.ts'

const TITLE = para(run('ĐƠN ĐỀ NGHỊ CHUYỂN MỤC ĐÍCH', '<w:b/>'), '<w:jc w:val="center"/>')
const DOTS = '..............'
const plain = (...lines: readonly string[]): readonly string[] => holesOf(readLines(TITLE, ...lines)).map((hole) => hole.replace(/^\[.*\] /, ''))

describe('forms about land', () => {
  test('ask in a list with all the words of an item', () => {
    expect(plain('- Diện tích đất của tổ chức, hộ gia đình, cá nhân có quyền chuyển nhượng, cho thuê, góp vốn bằng quyền sử dụng đất ' + DOTS)).toEqual(['Diện tích đất của tổ chức, hộ gia đình, cá nhân có quyền chuyển nhượng, cho thuê, góp vốn bằng quyền sử dụng đất: area'])
    expect(plain('b) Thông tin về dự án đầu tư có sử dụng đất của tổ chức kinh tế: tên, quy mô, địa điểm, tiến độ ' + DOTS)).toEqual(['Thông tin về dự án đầu tư có sử dụng đất của tổ chức kinh tế: tên, quy mô, địa điểm, tiến độ: text'])
    // In a sentence the last clause asks.
    expect(plain('Tôi là người sử dụng thửa đất nêu trên, đã kê khai đầy đủ theo quy định, nay đề nghị được cấp giấy chứng nhận số ' + DOTS)).toEqual([expect.stringMatching(/^nay đề nghị được cấp giấy chứng nhận số: /)])
  })

  test('go on with an item on the line below', () => {
    expect(plain('- Diện tích đất phải nộp tiền theo quy định của pháp luật', `về đất trồng lúa: ${DOTS}`)).toEqual(['Diện tích đất phải nộp tiền theo quy định của pháp luật về đất trồng lúa: area'])
  })

  test('ask for figures and words together in words', () => {
    expect(plain(`Diện tích và mục đích sử dụng hiện tại: ${DOTS}`, `Số lượng, diện tích: ${DOTS}`)).toEqual(['Diện tích và mục đích sử dụng hiện tại: text', 'Số lượng, diện tích: quantity'])
  })

  test('count a share, and fill the line up behind what was said', () => {
    expect(plain(`Tổng diện tích đã thỏa thuận: ${DOTS} m2 (chiếm ${DOTS} % tổng diện tích đất phải thỏa thuận của dự án) ${DOTS}`)).toEqual(['Tổng diện tích đã thỏa thuận: area', expect.stringMatching(/^chiếm.*: number$/)])
  })

  test('ask nobody which office they ask', () => {
    expect(plain(`Tên: ${DOTS}`, `Tổ chức kinh tế kính đề nghị Sở Nông nghiệp và Môi trường tỉnh ${DOTS} chủ trì, rà soát hồ sơ, báo cáo Ủy ban nhân dân cùng cấp trình Hội đồng nhân dân tỉnh ${DOTS} xem xét.`)).toEqual(['Tên: name'])
  })

  test('enclose papers without stops behind them', () => {
    const form = readLines(TITLE, `Tên: ${DOTS}`, para(run('4. Giấy tờ nộp kèm theo đơn này gồm có:', '<w:b/>')), '- Giấy chứng nhận và bản vẽ nêu trên', `- ${DOTS}`)
    expect(form.holes.map(({ label, repeat }) => [label, repeat !== null])).toEqual([['Tên', false], ['Giấy tờ nộp kèm theo đơn này gồm có', true]])
  })

  test('announce what follows and ask nothing with that', () => {
    expect(plain(bordered([['2. Đề nghị tách thửa đất như sau:'], [`a) Tách thửa đất số: ${DOTS}`]]))).toEqual(['Tách thửa đất số: number'])
  })

  test('are signed for by who stands in capitals above the bracket', () => {
    expect(plain(`Tên: ${DOTS}`, bordered([['', `ĐẠI DIỆN...${'</w:t><w:br/><w:t>'}(Ký và ghi rõ họ tên, đóng dấu)`]]))).toEqual(['Tên: name'])
  })
})

describe('notes', () => {
  test('may end with dots, and a lone one stands below a rule', () => {
    const two = readLines(TITLE, `1. Tổ chức đề nghị (1) ${DOTS}`, `2. Người đại diện (2) ${DOTS}`, '(1) Ghi rõ tên theo giấy tờ pháp lý khi thành lập, đăng ký….', '(2) Ghi rõ họ tên và số định danh;')
    expect(two.holes.map(({ label, note }) => [label, note])).toEqual([['Tổ chức đề nghị', 1], ['Người đại diện', 2]])
    expect(two.holes[0]?.hint).toContain('Ghi rõ tên theo giấy tờ pháp lý')
    const one = readLines(TITLE, `1. Tổ chức đề nghị (1) ${DOTS}`, '____________________', '(1) Ghi rõ tên đơn vị.')
    expect(one.holes.map(({ label, hint }) => [label, hint])).toEqual([['Tổ chức đề nghị', 'Ghi rõ tên đơn vị.']])
  })
})
