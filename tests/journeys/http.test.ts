import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openServer, type SharedServer } from '../local-server.ts'
import { ONLINE, readExamples, type InvalidExample } from './examples.ts'
import { textOf } from './html-form.ts'
import { buttonOf, mainForm, openHttpBrowser } from './http-browser.ts'
import { JOURNEYS } from './index.ts'
import { answerPage, dossierCode, prefixOf, slugOf, submitFrom, summaryLinks, summaryOf, walkForm, walkUntilRefused } from './walk.ts'

let server: SharedServer
beforeAll(async () => { server = await openServer() })
afterAll(async () => { await server.remove() })

describe.each(JOURNEYS)('journey of $code over HTTP, without scripts', (journey) => {
  it.each(['vi', 'en'] as const)('shows the pages of the table in order, in %s', async (lang) => {
    const answers = readExamples(journey.code).valid[0]?.answers ?? {}
    const { visited } = await walkForm(openHttpBrowser(server.origin), { code: journey.code, answers, lang })
    const met = visited.map(({ slug, heading }) => ({ slug, heading }))
    const table = journey.pages.filter((page) => page.conditional !== true || met.some(({ slug }) => slug === page.slug))
    expect(met).toEqual(table.map((page) => ({ slug: page.slug, heading: page.heading[lang] })))
  })

  it('answers an empty post with a summary whose links lead to controls, in the order of the page', async () => {
    const browser = openHttpBrowser(server.origin)
    const answers = readExamples(journey.code).valid[0]?.answers ?? {}
    const met: Record<string, number> = {}
    const faults: string[] = []
    let at = await browser.open(`/thu-tuc/${journey.code}/nop`)
    for (const page of journey.pages) {
      if (textOf(at.html, 'h1') !== page.heading.vi) continue
      if (page.slug === 'giay-to') break
      const refused = await sendEmpty(browser, at)
      const ids = summaryLinks(refused.html).map((href) => href.slice(1))
      met[page.slug] = ids.length
      const places = ids.map((id) => refused.html.indexOf(`id="${id}"`))
      faults.push(...ids.filter((_, i) => places[i] === -1).map((id) => `${page.slug}: ${id} is not on the page`))
      if (places.some((place, i) => place < (places[i - 1] ?? 0))) faults.push(`${page.slug}: not in the order of the page: ${ids.join(' ')}`)
      if (ids.length > 0 && !textOf(refused.html, 'title').startsWith('Lỗi:')) faults.push(`${page.slug}: the title does not say that something is wrong`)
      at = ids.length === 0 ? refused : await passPage(browser, refused, answers)
    }
    expect(faults).toEqual([])
    expect(met).toEqual(Object.fromEntries(journey.pages.filter((page) => page.slug in met).map((page) => [page.slug, page.requiredWhenEmpty])))
    expect(Object.keys(met).length).toBeGreaterThanOrEqual(journey.pages.filter((page) => page.conditional !== true && page.slug !== 'giay-to').length)
  })

  it('submits once, gives the receipt, and the same receipt to every repeat', async () => {
    const browser = openHttpBrowser(server.origin)
    const answers = readExamples(journey.code).valid[0]?.answers ?? {}
    const { at } = await walkForm(browser, { code: journey.code, answers })
    const [first, second] = await Promise.all([submitFrom(browser, at), submitFrom(browser, at)])
    const third = await submitFrom(browser, at)
    expect(first.path).toMatch(/\/bien-nhan$/)
    expect(dossierCode(first.html)).toBeDefined()
    expect([second, third].map((one) => dossierCode(one.html))).toEqual([dossierCode(first.html), dossierCode(first.html)])
    expect(dossierCode((await browser.open(first.path)).html)).toBe(dossierCode(first.html))
  })
})

type Browser = ReturnType<typeof openHttpBrowser>
type Page = Awaited<ReturnType<Browser['open']>>

/** Presses 'next' with every text emptied and nothing chosen, as far as a person can empty it. */
const sendEmpty = (browser: Browser, at: Page): Promise<Page> => {
  const form = mainForm(at)
  const controls = form.controls.map((control) => (control.type === 'hidden' || control.tag === 'button' ? control : { ...control, checked: false, value: control.tag === 'select' && !control.options.some((option) => option.value === '') ? control.value : '' }))
  const next = buttonOf(form, 'next')
  return browser.send(at, { form: { ...form, controls }, ...(next === undefined ? {} : { button: next }) })
}

const passPage = async (browser: Browser, from: Page, answers: Parameters<typeof answerPage>[2]): Promise<Page> => {
  const heading = textOf(from.html, 'h1')
  let at = from
  for (let i = 0; i < 8 && textOf(at.html, 'h1') === heading; i += 1) at = await answerPage(browser, at, answers)
  return at
}

/** What no page lets a person post: an unknown member, a choice that is not offered, a row more than there may be. Such answers come by the API alone. */
const BY_API_ONLY = ['unknown', 'not-an-option', 'too-many']
const postable = (example: InvalidExample): boolean => example.issues.some((issue) => !BY_API_ONLY.includes(issue.code))

describe.each(ONLINE)('examples of %s through the pages', (code) => {
  it.each(readExamples(code).valid.map((example) => [example.name, example] as const))('valid: %s comes to the receipt', async (_name, example) => {
    const browser = openHttpBrowser(server.origin)
    const { at } = await walkForm(browser, { code, answers: example.answers })
    expect(summaryOf(at.html)).toEqual([])
    const receipt = await submitFrom(browser, at)
    expect({ path: receipt.path, status: receipt.status, code: dossierCode(receipt.html) !== undefined }).toEqual({ path: receipt.path, status: 200, code: true })
    expect(receipt.path).toMatch(/\/bien-nhan$/)
  })

  it.each(readExamples(code).invalid.filter(postable).map((example) => [example.name, example] as const))('invalid: %s is refused at its field', async (_name, example) => {
    const browser = openHttpBrowser(server.origin)
    const refused = await walkUntilRefused(browser, { code, answers: example.answers })
    const anchors = summaryLinks(refused.html).map((href) => href.slice(href.indexOf('#') + 1))
    const expected = example.issues.map((issue) => `f${issue.pointer.replaceAll('/', '-')}`)
    expect({ page: refused.path, found: expected.some((id) => anchors.some((anchor) => anchor.startsWith(id))), anchors, expected }).toMatchObject({ found: true })
  })
})

describe.each(ONLINE)('examples of %s through the API', (code) => {
  it.each(readExamples(code).invalid.map((example) => [example.name, example] as const))('invalid: %s is told with pointer, code and sentence', async (_name, example) => {
    const response = await fetch(`${server.origin}/api/v1/procedures/${code}/validate`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ answers: example.answers }) })
    const told: { readonly valid: boolean; readonly issues: readonly { readonly pointer: string; readonly code: string; readonly message: string }[] } = JSON.parse(await response.text())
    expect({ status: response.status, valid: told.valid }).toEqual({ status: 200, valid: false })
    expect(told.issues).toEqual(expect.arrayContaining(example.issues.map((issue) => expect.objectContaining(issue))))
    expect(told.issues.filter((issue) => issue.message.length < 8)).toEqual([])
  })
})

describe('pages besides the form', () => {
  it.each(['vi', 'en'] as const)('answers a link to a dossier that is not there like one that is not yours, in %s', async (lang) => {
    const owner = openHttpBrowser(server.origin)
    const answers = readExamples('1.001193').valid[0]?.answers ?? {}
    const { at } = await walkForm(owner, { code: '1.001193', answers, stopAt: JOURNEYS[0]?.pages[1]?.slug ?? '' })
    const foreign = await openHttpBrowser(server.origin).open(`${prefixOf(lang)}${at.path}`)
    const missing = await openHttpBrowser(server.origin).open(`${prefixOf(lang)}/ho-so/00000000-0000-4000-8000-000000000000/${slugOf(at.path)}`)
    expect(foreign.status).toBe(missing.status)
    expect(textOf(foreign.html, 'h1')).toBe(textOf(missing.html, 'h1'))
    expect(foreign.html).not.toContain('Nguyễn')
  })
})
