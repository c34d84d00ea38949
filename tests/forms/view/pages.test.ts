import { describe, expect, test } from 'vitest'
import { dueDate } from '../../../forms/calendar/due-date.ts'
import * as forms from '../../../forms/index.ts'
import type { Html, Issue, Lang, PaperFile, ViewContext } from '../../../forms/index.ts'
import { catalogue, CODES, CONTEXT, DRAFT, exampleOf, formOf, onlineTerms, pagesOf, papersOf, recordOf, validatorOf, viewContext } from './page-props.ts'

const record = recordOf('1.001193')
const form = formOf('1.001193')
const answers = exampleOf('1.001193', form)
const validate = validatorOf(form)
const terms = onlineTerms(record, answers)
const due = dueDate({ receivedAt: '2026-11-20T16:20:00+07:00', limit: { amount: 5, unit: 'workingDays', basis: 'Điều 1' } })
const pages = pagesOf(record, form, answers)
const child = form.sections[1] ?? form.sections[0]
if (!child) throw new Error('the birth form has sections')

const file: PaperFile = { id: 'a1', fileName: '<img src=x>.pdf', bytes: 2_000_000, state: 'infected', removable: true }
const uploadable = papersOf(record, answers).map((paper) => (paper.component.upload ? { ...paper, files: [file] } : paper))
const hidden = { _token: 'secret-token' }
const asked = { query: 'khai sinh', filters: {} }
const formPage = { record, form, section: child, answers, issues: [], opened: [], hidden, action: `/ho-so/d1/${child.slug}`, pages, context: CONTEXT, draft: DRAFT }
const receipt = { record, code: 'H26.12-261123-0001', trackingKey: '7KQ4M2XP', submittedAt: '2026-11-23T16:20:00+07:00', due, agency: 'UBND phường Ba Đình', contentHash: 'ab12', papers: uploadable, fee: terms.fee, trackHref: '/tra-cuu', copyHref: '/ho-so/d1/ban-sao.html', form, answers, context: CONTEXT }
const timeline = [{ at: '2026-11-23T16:20:00+07:00', type: 'dossier.submitted' }, { at: '2026-11-24T16:20:00+07:00', type: 'brand.new' }]
const supplementAsked = { reason: 'Cần bổ sung', until: '2026-12-01', items: [{ title: { vi: 'Giấy chứng sinh', en: 'Certificate of birth' }, reason: 'Ảnh mờ' }] }
const details = { title: record.title, status: 'processing', submittedAt: receipt.submittedAt, due, timeline, papers: uploadable, results: [] }
const blank = { about: '', subject: '', text: '', name: '', contact: '' }

const PAGES: Readonly<Record<string, (ctx: ViewContext) => Html>> = {
  home: (ctx) => forms.renderHome(ctx, { ...forms.findProcedures(forms.buildIndex(catalogue()), { query: '', filters: {} }), query: '', filters: {} }),
  results: (ctx) => forms.renderHome(ctx, { ...forms.findProcedures(forms.buildIndex(catalogue()), asked), ...asked }),
  nothing: (ctx) => forms.renderHome(ctx, { ...forms.findProcedures(forms.buildIndex(catalogue()), { query: 'zzzz', filters: {} }), query: 'zzzz', filters: {} }),
  ...Object.fromEntries(CODES.map((code) => [`posting ${code}`, (ctx: ViewContext) => forms.renderPosting(ctx, { record: recordOf(code), online: true, applyHref: `/thu-tuc/${code}/nop`, wordForm: { href: `/thu-tuc/${code}/mau.docx`, bytes: 20_000 } })])),
  form: (ctx) => forms.renderFormPage(ctx, formPage),
  papers: (ctx) => forms.renderPapersPage(ctx, { record, papers: uploadable, action: '/ho-so/d1/giay-to', hidden, pages, issues: [], maxBytesThroughForm: 4_194_304, draft: DRAFT }),
  review: (ctx) => forms.renderReviewPage(ctx, { record, form, answers, papers: uploadable, issues: [], pages, ...terms, due, action: '/ho-so/d1/nop', hidden, context: CONTEXT, draft: DRAFT }),
  receipt: (ctx) => forms.renderReceipt(ctx, receipt),
  copy: (ctx) => forms.renderCopy(ctx, { record, form, answers, papers: uploadable, context: CONTEXT, madeAt: receipt.submittedAt }),
  saved: (ctx) => forms.renderSavedPage(ctx, { resumeUrl: 'https://portal.example/ho-so/d1/tiep-tuc', resumeCode: 'K7M2QP', expiresAt: DRAFT.expiresAt, continueHref: '/ho-so/d1/tre' }),
  resume: (ctx) => forms.renderResumePage(ctx, { action: '/ho-so/d1/tiep-tuc' }),
  track: (ctx) => forms.renderTrackPage(ctx, { code: '', key: '' }),
  tracked: (ctx) => forms.renderTrackPage(ctx, { code: receipt.code, key: 'k', result: { code: receipt.code, percent: 40, details } }),
  asked: (ctx) => forms.renderTrackPage(ctx, { code: receipt.code, key: 'k', result: { code: receipt.code, percent: 15, details: { ...details, status: 'awaiting-supplement', asked: supplementAsked, ended: 'Rút', payment: { amount: 50_000, reason: 'Lệ phí' }, results: [{ ...file, href: '/ho-so/d1/tep/f1' }] } } }),
  supplement: (ctx) => forms.renderSupplementPage(ctx, { record, form, code: receipt.code, asked: supplementAsked, sections: form.sections.slice(0, 1), reasons: [{ pointer: form.sections[0]?.fields[0]?.pointer ?? '', reason: 'Tên chưa khớp' }], answers, papers: uploadable.filter(({ component }) => component.upload).map((paper) => ({ ...paper, reason: 'Ảnh mờ' })), issues: [], opened: [], context: CONTEXT, hidden, action: '/tra-cuu/bo-sung', maxBytesThroughForm: 4_194_304 }),
  feedback: (ctx) => forms.renderFeedbackPage(ctx, { values: blank, issues: [] }),
  statistics: (ctx) => forms.renderStatisticsPage(ctx, { catalogue: forms.buildIndex(catalogue()), at: receipt.submittedAt, dossiers: { received: 10, finished: 4, onTime: 3 } }),
  error: (ctx) => forms.renderErrorPage(ctx, { status: 503, key: 'page.notice.unavailable-text', retryAfter: 30, typed: { action: '/phan-anh', entries: [['text', 'Đã <gõ>'], ['_token', 'kept']] } }),
}

const count = (html: string, pattern: RegExp): number => [...html.matchAll(pattern)].length
const cases = Object.entries(PAGES).flatMap(([name, render]) => (['vi', 'en'] as const).map((lang): [string, Lang, string] => [name, lang, render(viewContext(lang, '/noi/nay?x=1')).html]))

describe.each(cases)('%s page in %s', (name, lang, html) => {
  test('says its language, has one h1, one main and a title', () => {
    expect(html).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${lang}">`))
    expect([count(html, /<h1[ >]/g), count(html, /<main[ >]/g), count(html.slice(0, html.indexOf('</head>')), /<title>[^<]+<\/title>/g)]).toEqual([1, 1, 1])
  })

  test('has unique ids, and every reference to an id has its target', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    const wanted = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap((match) => (match[1] ?? '').split(' '))
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('leaves nothing untranslated or unfilled, and carries no inline script or style', () => {
    expect(html.replace(/ data-[a-z-]+="[^"]*"/g, '').replace(/<script type="application\/json".*?<\/script>/gs, '')).not.toMatch(/\{[a-z]\w*\}|undefined|\[object|page\.[a-z]+\.[a-z]/)
    expect(html).not.toMatch(/ style="| on[a-z]+="|<style|<script(?! type="(?:module" src=|application\/json))/)
  })

  test('keeps its links in its language', () => {
    const links = [...html.matchAll(/ (?:href|action)="(\/(?!assets)[^"]*)"(?![^>]*hreflang)/g)].map((match) => match[1] ?? '')
    expect(links.filter((link) => /^\/en(\/|\?|$)/.test(link) !== (lang === 'en'))).toEqual([])
  })

  test.skipIf(name === 'copy')('has skip link, language switch, search, hotline and feedback', () => {
    expect(html).toContain('<a class="skip-link" href="#main">')
    expect(html).toContain(`lang="${lang === 'vi' ? 'en' : 'vi'}" hreflang`)
    expect(html).toContain('role="search"')
    expect(html).toContain('href="tel:19001234"')
    expect(html).toContain(`href="${lang === 'en' ? '/en' : ''}/phan-anh"`)
  })

  test('is marked as a sandbox\'s, once, before all else that is read', () => {
    expect(html.match(/<aside class="sandbox"/g)).toHaveLength(1)
    expect(html.indexOf('<aside class="sandbox"')).toBeLessThan(html.indexOf('<main'))
  })
})

describe('the band of a sandbox', () => {
  test.each([['vi', 'Đồng hồ đang ở 08:00, 24/12/2026.'], ['en', 'Its clock shows 08:00, 24/12/2026.']] as const)('has the time of a moved clock (%s), and no page of production has it', (lang, words) => {
    for (const render of Object.values(PAGES)) {
      expect(render({ ...viewContext(lang), clock: '2026-12-24T08:00:00+07:00' }).html).toContain(words)
      expect(render({ ...viewContext(lang), sandbox: false }).html).not.toMatch(/class="sandbox"|Môi trường thử nghiệm/)
    }
  })
})

test('laws are said in Vietnamese, and marked so on English pages', () => {
  const posting = (lang: Lang): string => PAGES['posting 1.001193']?.(viewContext(lang)).html ?? ''
  expect(posting('en')).toContain('Legal basis: <span lang="vi">Luật Hộ tịch 60/2014/QH13')
  expect(posting('vi')).toContain('Căn cứ: Luật Hộ tịch 60/2014/QH13')
})

test('where nothing is found there are no headings over nothing', () => {
  expect(PAGES['results']?.(viewContext()).html).toContain('class="facet"')
  expect(PAGES['nothing']?.(viewContext()).html).not.toContain('class="facet"')
})

const text = (name: string): string => PAGES[name]?.(viewContext()).html ?? ''

describe('form page', () => {
  const wrong = { ...answers, child: { ...(answers['child'] as object), fullName: '' } }
  const issues = validate(wrong, CONTEXT)
  const html = forms.renderFormPage(viewContext(), { ...formPage, answers: wrong, issues }).html

  test('with errors says so in the title, takes the focus and links each error to its input', () => {
    expect(issues.map(({ pointer }) => pointer)).toContain('/child/fullName')
    expect(html).toContain('<title>Lỗi: ')
    expect(html).toMatch(/id="error-summary" role="alert"[^>]* autofocus/)
    expect(html).toContain('<a href="#f-child-fullName">')
    expect(html).toMatch(/id="f-child-fullName"[^>]*aria-invalid="true"/)
  })

  test('with errors and a place to go on, the summary comes first; a declaration is named by its first words', () => {
    expect(forms.renderFormPage(viewContext(), { ...formPage, answers: wrong, issues, focus: '/child/fullName' }).html).not.toContain('data-focus=')
    expect(forms.renderFormPage(viewContext(), { ...formPage, focus: '/child/fullName' }).html).toContain('data-focus="f-child-fullName"')
    const section = form.sections.find(({ slug }) => slug === 'cam-doan')
    const declared = section?.fields.find(({ kind }) => kind === 'declaration')
    if (!section || !declared) throw new Error('the birth form ends with a declaration')
    const page = forms.renderFormPage(viewContext(), { ...formPage, section, issues: [{ pointer: declared.pointer, code: 'required', params: {} }] }).html
    expect(/class="error-summary"[\s\S]*?<\/ul>/.exec(page)?.[0]).toMatch(/>Tôi [^<]{20,70}… /)
  })

  test.each([
    ['a commune that is unknown', { birthPlace: { province: '01', typed: 'Không Có' } }, 'birthPlace', ['commune']],
    ['an address of which nothing is given', { birthPlace: undefined }, 'birthPlace', ['province']],
    ['a year of two digits', { birthDate: '11/3/94' }, 'birthDate', ['year']],
    ['a month that is missing', { birthDate: '11//1994' }, 'birthDate', ['month']],
    ['a day that no calendar has', { birthDate: '30/2/2024' }, 'birthDate', ['day', 'month', 'year']],
  ])('%s: the link leads to the box at fault, and no other box is marked', (_what, child, name, boxes) => {
    const bad = { ...answers, child: { ...(answers['child'] as object), ...child } } as typeof answers
    const page = forms.renderFormPage(viewContext(), { ...formPage, answers: bad, issues: validate(bad, CONTEXT).filter(({ pointer }) => pointer === `/child/${name}`) }).html
    expect(page).toContain(`<a href="#f-child-${name}-${boxes[0]}">`)
    const marked = [...page.matchAll(/<(?:input|select)[^>]* name="child\.(\w+)\.(\w+)"[^>]*aria-invalid="true"/g)].map(([, field, box]) => `${field}.${box}`)
    expect(marked).toEqual(boxes.map((box) => `${name}.${box}`))
  })

  test('what was declared has its unit', () => {
    const tobacco = formOf('2.000181')
    const copyOf = (lang: Lang): string => forms.renderCopy(viewContext(lang), { record: recordOf('2.000181'), form: tobacco, answers: exampleOf('2.000181', tobacco), papers: [], context: CONTEXT, madeAt: receipt.submittedAt }).html
    expect(copyOf('vi')).toContain('>24,5 m²<')
    expect(copyOf('en')).toContain('>24.5 m²<')
  })

  test('of several rows the summary says which one', () => {
    const household = formOf('1.001612')
    const section = household.sections.find(({ slug }) => slug === 'thanh-vien')
    if (!section) throw new Error('a household business has members')
    const issues: readonly Issue[] = [{ pointer: '/members/people/1/fullName', code: 'required', params: {} }]
    const props = { ...formPage, record: recordOf('1.001612'), form: household, section, answers: { members: { people: [{}, {}] } }, issues }
    const said = (html: string): string => /id="error-summary-title"[\s\S]*?<a [^>]*>([^<]*)/.exec(html)?.[1] ?? ''
    expect(said(forms.renderFormPage(viewContext(), props).html)).toBe('Thành viên 2 – Họ tên: Hãy nhập mục này.')
    const review = { ...props, papers: [], ...terms, due, action: '/ho-so/d1/nop' }
    expect(said(forms.renderReviewPage(viewContext('en'), review).html)).toBe('Member 2 – Full name: Enter an answer here.')
  })

  test('a paper of identity: the box at fault, its date too', () => {
    const section = form.sections.find(({ slug }) => slug === 'nguoi-yeu-cau')
    if (!section) throw new Error('the birth form begins with who asks')
    const paper = { type: 'ho-chieu', number: 'C1234567', issuedOn: '2099-01-01', issuedBy: 'Cục Quản lý xuất nhập cảnh' }
    const linkOf = (identityDocument: object): string => {
      const bad = { ...answers, applicant: { ...(answers['applicant'] as object), identityNumber: undefined, identityDocument } } as unknown as typeof answers
      const page = forms.renderFormPage(viewContext(), { ...formPage, section, answers: bad, issues: validate(bad, CONTEXT).filter(({ pointer }) => pointer === '/applicant/identityDocument') }).html
      return /<a href="#f-applicant-identityDocument-(\w+)">/.exec(page)?.[1] ?? ''
    }
    expect([paper, { ...paper, number: 'x' }, { ...paper, issuedOn: '5/6/21' }, { ...paper, issuedOn: undefined }, { ...paper, issuedBy: undefined }, { ...paper, type: undefined }].map(linkOf))
      .toEqual(['day', 'number', 'year', 'day', 'issuedBy', 'type'])
  })

  test('shows warnings at the field but not as errors', () => {
    const warning: Issue = { pointer: '/child/fullName', code: 'required', params: {}, severity: 'warning' }
    const warned = forms.renderFormPage(viewContext(), { ...formPage, issues: [warning] }).html
    expect(warned).toContain('id="f-child-fullName-warning"')
    expect(warned).not.toContain('error-summary')
    expect(warned).not.toContain('<title>Lỗi')
  })

  test('has "next" as the first submit button, so that Enter never adds or removes a row', () => {
    expect(/<button[^>]*type="submit"[^>]*>/.exec(html.slice(html.indexOf('data-form')))?.[0]).toContain('value="next"')
  })

  test('marks the current page of the journey once in each list', () => {
    expect(count(html, /aria-current="step"/g)).toBe(2)
  })

  test('says that the draft lives 30 days, and how to take along and print what was typed', () => {
    expect(html).toMatch(/30 ngày, đến hết ngày 23\/12\/2026/)
    expect(html).toContain('/ho-so/d1/luu')
    expect(html).toContain('/ho-so/d1/ban-sao.html')
  })

  test('carries data for scripts that no answer can break out of', () => {
    const nasty = { ...answers, applicant: { ...(answers['applicant'] as object), fullName: '</script><script>alert(1)</script>' } }
    for (const section of form.sections) {
      expect(forms.renderFormPage(viewContext(), { ...formPage, section, answers: nasty }).html).not.toContain('<script>alert')
    }
  })

  test('keeps what was typed in a conflict and says what happened', () => {
    const conflict = forms.renderFormPage(viewContext(), { ...formPage, notice: 'conflict' }).html
    expect(conflict).toContain('lưu từ một cửa sổ khác')
    expect(conflict).toMatch(/<input class="input[^"]*" id="f-child-fullName"[^>]* value="[^"]+/)
  })
})

describe('other pages', () => {
  test('posting: ways to submit with the same limit and fee share one row, ways that differ do not', () => {
    const rowsOf = (code: string): readonly number[] => text(`posting ${code}`).split('terms-table').slice(1).map((table) => count(table.slice(0, table.indexOf('</table>')), /<tr><th scope="row">/g))
    expect(rowsOf('1.001193')).toEqual([1, 1])
    const fees = recordOf('1.001612').channels.map(({ fees: rules }) => JSON.stringify(rules))
    expect(rowsOf('1.001612')).toEqual([1, new Set(fees).size])
    expect(new Set(fees).size).toBeGreaterThan(1)
  })

  test('papers: a paper without upload is listed to be brought; a file that never arrived can be removed and takes no room', () => {
    const [stuck] = uploadable.flatMap((paper) => (paper.component.upload ? [{ ...paper, files: [{ ...file, state: 'uploading' as const }] }] : []))
    const brought = papersOf(record, answers).filter(({ component }) => !component.upload && !component.isForm)
    const html = forms.renderPapersPage(viewContext(), { record, papers: [...(stuck ? [stuck] : []), ...brought], action: '/x', hidden, pages, issues: [], maxBytesThroughForm: 1, draft: DRAFT }).html
    expect(brought.length).toBeGreaterThan(0)
    expect(html.slice(html.indexOf('at-desk'))).toContain(brought[0]?.component.title.vi)
    expect(html).toContain('value="remove:a1"')
    expect(html).toContain(`data-left="${stuck?.component.upload?.maxFiles}"`)
  })

  test('error: a draft that this device does not hold leads to its code', () => {
    const path = '/ho-so/be80d441-b30f-402f-b86b-325a7f47dd7b/tre'
    const html = forms.renderErrorPage(viewContext('en', path), { status: 404, key: 'page.error.forbidden' }).html
    expect(html).toContain('href="/en/ho-so/be80d441-b30f-402f-b86b-325a7f47dd7b/tiep-tuc"')
    expect(forms.renderErrorPage(viewContext('vi', '/khong-co'), { status: 404, key: 'page.error.forbidden' }).html).not.toContain('tiep-tuc')
  })

  test('papers: the limit stands at the picker, file names are escaped, an infected file says what to do', () => {
    const html = text('papers')
    const component = uploadable.find((paper) => paper.component.upload)?.component
    expect(html).toContain(`aria-describedby="f-papers-${component?.id}-limits"`)
    expect(html).toMatch(/tối đa \d+(,\d)? MB/)
    expect(html).toContain('&lt;img src=x&gt;.pdf')
    expect(html).toContain('value="remove:a1"')
    expect(html).toContain('Tệp có mã độc')
  })

  test('review: every answer has a change link to its input, and errors link to their page', () => {
    const issue: Issue = { pointer: '/applicant/fullName', code: 'required', params: {} }
    const html = forms.renderReviewPage(viewContext(), { record, form, answers, papers: uploadable, issues: [issue], pages, ...terms, action: '/x', hidden, context: CONTEXT, draft: DRAFT }).html
    expect(html).toContain('href="/ho-so/d1/nguoi-yeu-cau#f-applicant-fullName"')
    expect(html).toContain('Còn chỗ cần sửa ở đầu trang')
  })

  test('receipt: code, key, QR with a name, due date explained day by day', () => {
    const html = text('receipt')
    expect(html).toContain('H26.12-261123-0001')
    expect(html).toContain('7KQ4M2XP')
    expect(html).toMatch(/<svg class="qr" role="img"[^>]*><title>[^<]*H26\.12/)
    expect(count(html.slice(html.indexOf('class="days"')), /<tr/g)).toBeGreaterThanOrEqual(due.steps.length)
    expect(html).toContain(`/${due.dueAt.slice(5, 7)}/2026`)
  })

  test('tracking without the key tells the code and the degree of completion alone', () => {
    const html = forms.renderTrackPage(viewContext(), { code: receipt.code, key: '', result: { code: receipt.code, percent: 40 } }).html
    expect(html).toContain('40 %')
    expect(html).not.toMatch(/timeline|Hẹn trả|Trạng thái|khai sinh/i)
  })

  test('tracking with the key shows even events that have no sentence yet', () => {
    expect(text('tracked')).toContain('Hồ sơ có cập nhật')
  })

  test('error: what was typed is shown and sent again by one button, control fields are kept but not shown', () => {
    const html = text('error')
    expect(html).toContain('<li>Đã &lt;gõ&gt;</li>')
    expect(html).toContain('name="_token" value="kept"')
    expect(html).not.toContain('<li>kept')
  })

  test('copy: a draft is marked as not submitted', () => {
    expect(text('copy')).toContain('Bản nháp, chưa nộp.')
  })

  test('home: any procedure is one click away, its form two', () => {
    const html = text('home')
    expect(CODES.filter((code) => html.includes(`href="/thu-tuc/${code}"`))).toEqual(CODES)
    expect(html).toContain('href="/thu-tuc/1.001193/nop"')
  })
})
