import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPortal, type Portal } from '../portal.ts'
import { ONLINE } from '../sample-procedure.ts'
import { openVisitor, type Seen, type Visitor } from '../visitor.ts'

let portal: Portal
beforeAll(async () => { portal = await startPortal() })
afterAll(async () => { await portal.stop() })

const NAME = { 'applicant.fullName': 'Nguyễn Thị Ánh', 'applicant.hasHelper': 'false' }
const visitor = (): Visitor => openVisitor(portal.citizen)
const idOf = ({ path }: Seen): string => /\/ho-so\/([^/]+)/.exec(path)?.[1] ?? ''
const begin = async (browser: Visitor): Promise<Seen> => browser.sendOn(await browser.open(`/thu-tuc/${ONLINE}/nop`), { type: NAME })

/** Where 'continue' of a saved draft leads, as the slug of a page. */
const continueOf = async (browser: Visitor, id: string): Promise<string> =>
  new RegExp(`href="/ho-so/${id}/(?!ban-sao)([a-z-]+)"`).exec((await browser.get(`/ho-so/${id}/luu`)).body)?.[1] ?? 'nowhere'

describe("'continue' leads to the first page that is wrong or was not reached", () => {
  test('the page that the first one led to', async () => {
    const browser = visitor()
    expect(await continueOf(browser, idOf(await begin(browser)))).toBe('thanh-vien')
  })

  test('not back to a page without a required field that was passed with nothing typed', async () => {
    const browser = visitor()
    const members = await begin(browser)
    const pledge = await browser.sendOn(members)
    expect(await continueOf(browser, idOf(members))).toBe('cam-doan')
    // Saved there, it is still the page to go on with.
    await browser.send(pledge, { press: 'save' })
    expect(await continueOf(browser, idOf(members))).toBe('cam-doan')
  })

  test('back to a page that was put wrong later, and to the review when nothing is left', async () => {
    const browser = visitor()
    const members = await begin(browser)
    await browser.sendOn(await browser.sendOn(members), { type: { 'pledge.true': 'true' } })
    expect(await continueOf(browser, idOf(members))).toBe('xem-lai')
    const first = await browser.get(members.path.replace('thanh-vien', 'nguoi-yeu-cau'))
    await browser.send(first, { press: 'save', type: { 'applicant.fullName': '' } })
    expect(await continueOf(browser, idOf(members))).toBe('nguoi-yeu-cau')
    const steps = (await browser.get(members.path)).body
    expect(steps).toContain('Người yêu cầu <strong>(cần sửa)</strong>')
    expect(steps.match(/step-wrong/g)).toHaveLength(2)
  })

  test('a page jumped over by its address is not called passed', async () => {
    const browser = visitor()
    const members = await begin(browser)
    await browser.get(members.path.replace('thanh-vien', 'xem-lai'))
    expect(await continueOf(browser, idOf(members))).toBe('thanh-vien')
  })

  test('going back and on again does not forget how far it was', async () => {
    const browser = visitor()
    const members = await begin(browser)
    await browser.send(members)
    await browser.send(await browser.get(members.path.replace('thanh-vien', 'nguoi-yeu-cau')))
    expect(await continueOf(browser, idOf(members))).toBe('cam-doan')
  })
})
