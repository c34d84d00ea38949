import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { readExamples } from '../../journeys/examples.ts'
import { pdfFile } from '../../journeys/sample-files.ts'
import { freePort, startLocalServer } from '../../local-server.ts'
import { launchBrowser } from '../chromium.ts'
import { driveElement, hearElements, submitElement } from '../hosts/drive-element.ts'
import { DESK, openVisitor } from '../visitor.ts'
import { hasTools, openShell } from './open-shell.ts'
import { isPrinted, readGuide, type Step } from './read-guide.ts'

const STEPS = readGuide('For integrators: ten minutes')
const { answers: ANSWERS } = readExamples('1.004222').valid.find(({ name }) => name.includes('đi một mình')) ?? { answers: {} }
const PLACE = 'Số 12, ngõ 5, phố Đội Cấn'

const isHere = hasTools('bash', 'curl')
if (!isHere) console.warn('skipped, bash and curl are not here: the guide of README')

type Person = { readonly page: Page; readonly portal: string; readonly site: string; receipt: { readonly code: string; readonly key: string } }

const lookUp = async ({ page, portal, receipt }: Person): Promise<void> => {
  await page.goto(`${portal}/tra-cuu`)
  await page.locator('main [name=code]').fill(receipt.code)
  await page.locator('main [name=key]').fill(receipt.key)
  await page.locator('main form button[type=submit]').first().click()
  await page.locator('.track-result').waitFor()
}

/** What the guide asks a person to do, by the step's heading. */
const PERSON: Readonly<Record<string, (person: Person) => Promise<void>>> = {
  '4. Fill the form in and submit it': async (person) => {
    const { page, site } = person
    await page.goto(site)
    await page.locator('main .journey').waitFor()
    await driveElement(page, { answers: ANSWERS, pdf: Buffer.from(pdfFile('x').body) })
    await submitElement(page)
    const [code = '', key = ''] = await page.locator('main .receipt-keys dd.code').allInnerTexts()
    person.receipt = { code, key }
  },
  '8. Answer as the citizen': async (person) => {
    const { page } = person
    await lookUp(person)
    expect(await page.locator('main').innerText()).toContain('Ghi cả số nhà và ngõ')
    await page.locator('main form[action$="/bo-sung"] button').first().click()
    await page.locator('main [name="request.place"]').fill(PLACE)
    await page.locator('main form[action$="/bo-sung"] button[type=submit]').last().click()
    await page.locator('.track-result').waitFor()
  },
}

/** The citizen finds the result under code and key, and it opens. */
const openResult = async (person: Person): Promise<string> => {
  await lookUp(person)
  const href = await person.page.getByRole('link', { name: /ket-qua\.pdf/ }).getAttribute('href')
  const response = await fetch(new URL(href ?? '', person.portal))
  return Buffer.from(await response.arrayBuffer()).subarray(0, 5).toString()
}

const take = async ({ title, blocks }: Step, person: Person, paste: (script: string) => Promise<string>): Promise<void> => {
  await PERSON[title]?.(person)
  for (const { script, prints = '' } of blocks) {
    const printed = await paste(script)
    if (!isPrinted(prints, printed)) throw new Error(`README, step ${title}, promised:\n${prints}\nbut there was:\n${printed}\nof:\n${script}`)
  }
}

it.each([
  ['as promised', 'a …\nb\n', 'a 1\nb', true], ['another word', 'a …\nb', 'a 1\nc', false], ['a line more', 'a', 'a\nb', false], ['a line less', 'a\nb', 'a', false],
  ['an error where nothing was promised', '', 'curl: (7) Failed to connect', false], ['a dot is a dot', 'a.b', 'axb', false], ['what differs ends with its line', 'a … c', 'a 1\n2 c', false],
])('what is printed is held against the text: %s', (_what, promised, printed, holds) => { expect(isPrinted(promised, printed)).toBe(holds) })

describe.skipIf(!isHere)('the guide for integrators', () => {
  it('begins with the portal, and asks a person for what is done below', () => {
    expect(STEPS[0]?.blocks).toEqual([{ script: 'npm start\n' }])
    expect(STEPS.map(({ title }) => title)).toEqual(expect.arrayContaining(Object.keys(PERSON)))
  })

  it('does what it says, word by word', { timeout: 300_000 }, async () => {
    const [port, server, browser] = await Promise.all([freePort(), startLocalServer(), launchBrowser()])
    const shell = await openShell({ PORT: new URL(server.origin).port, SITE_PORT: String(port), DVC_DATA: server.dataFolder, LANG: 'C.UTF-8' })
    try {
      const { page, faults } = await openVisitor(browser, server.origin, { js: true, viewport: DESK })
      await hearElements(page)
      const person: Person = { page, portal: server.origin, site: `http://localhost:${port}`, receipt: { code: '', key: '' } }
      for (const step of STEPS.slice(1)) await take(step, person, shell.paste)
      expect(await openResult(person)).toBe('%PDF-')
      expect(faults).toEqual([])
    } finally {
      await shell.close()
      await browser.close()
      await server.remove()
      await rm(join(import.meta.dirname, '../../../.data/site'), { recursive: true, force: true })
    }
  })
})
