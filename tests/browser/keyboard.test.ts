import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../forms/index.ts'
import { firstValid } from '../journeys/examples.ts'
import { isChosen, typedText } from '../journeys/fill.ts'
import { pdfFile } from '../journeys/sample-files.ts'
import { slugOf } from '../journeys/walk.ts'
import { receiptCode } from './driver.ts'
import { useStage } from './stage.ts'
import { DESK } from './visitor.ts'

const stage = useStage()
const CODE = '1.001193'
const { answers } = firstValid(CODE)

type Focused = { readonly tag: 'input' | 'select' | 'textarea' | 'button' | 'a'; readonly type: string; readonly name: string; readonly value: string; readonly checked: boolean; readonly visible: boolean; readonly inForm: boolean; readonly look: string; readonly group: readonly string[] }

/** What has the focus, and whether a person could see that it has. */
const focused = (page: Page): Promise<Focused | undefined> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return undefined
    const tag = element.tagName.toLowerCase() as Focused['tag']
    const type = element.getAttribute('type') ?? tag
    const name = element.getAttribute('name') ?? ''
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
    const marked = [element, label].some((one) => one instanceof HTMLElement && (getComputedStyle(one).outlineStyle !== 'none' || getComputedStyle(one).boxShadow !== 'none'
      || ['::before', '::after'].some((part) => getComputedStyle(one, part).outlineStyle !== 'none' || getComputedStyle(one, part).boxShadow !== 'none')))
    const onScreen = box.bottom > 0 && box.top < innerHeight && style.visibility !== 'hidden'
    const group = name === '' ? [] : [...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name=${JSON.stringify(name)}]`)].map((one) => one.value)
    return { tag, type, name, group, value: element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement || element instanceof HTMLButtonElement ? element.value : '',
      look: `marked ${marked}, ${Math.round(box.top)} to ${Math.round(box.bottom)} of ${innerHeight}`,
      checked: element instanceof HTMLInputElement && element.checked, visible: marked && onScreen, inForm: element.closest('main form') !== null }
  })

/** The browser scrolls to what gets the focus, and that takes a moment: unseen is what stays unseen. */
const settled = async (page: Page): Promise<Focused | undefined> => {
  let control = await focused(page)
  for (let waited = 0; waited < 10 && control?.visible === false; waited += 1) {
    await page.waitForTimeout(100)
    control = await focused(page)
  }
  return control
}

const optionIndex = (page: Page, text: string): Promise<number> =>
  page.evaluate((wanted) => {
    const select = document.activeElement
    if (!(select instanceof HTMLSelectElement)) return -1
    return [...select.options].findIndex((option) => option.value === wanted || (option.value !== '' && Number(option.value) === Number(wanted)))
  }, text)

const chooseOption = async (page: Page, text: string): Promise<void> => {
  for (let waited = 0; waited < 40 && await optionIndex(page, text) < 0; waited += 1) await page.waitForTimeout(100)
  const index = await optionIndex(page, text)
  await page.keyboard.press('Home')
  for (let i = 0; i < index; i += 1) await page.keyboard.press('ArrowDown')
}

const chooseRadio = async (page: Page, control: Focused, given: Answers): Promise<void> => {
  const wanted = control.group.findIndex((value) => isChosen(given, { name: control.name, value }) === true)
  if (wanted < 0) return
  await page.keyboard.press('Space')
  const at = control.group.indexOf(control.value)
  for (let i = at; i < wanted; i += 1) await page.keyboard.press('ArrowDown')
  for (let i = at; i > wanted; i -= 1) await page.keyboard.press('ArrowUp')
}

const answerFocused = async (page: Page, control: Focused, given: Answers): Promise<void> => {
  if (control.type === 'radio') return chooseRadio(page, control, given)
  if (control.type === 'checkbox') {
    if (isChosen(given, control) === true && !control.checked) await page.keyboard.press('Space')
    return
  }
  if (control.tag !== 'input' && control.tag !== 'select' && control.tag !== 'textarea') return
  const text = typedText(given, { ...control, tag: control.tag })
  if (text === undefined || control.value === text) return
  if (control.tag === 'select') return chooseOption(page, text)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

/** Tab, answer, tab, answer … Enter on the button. No mouse, no script of ours touches a control. */
const pageByKeyboard = async (page: Page, given: Answers, unseen: string[]): Promise<void> => {
  await page.locator('body').focus()
  for (let i = 0; i < 250; i += 1) {
    await page.keyboard.press('Tab')
    const control = await settled(page)
    if (control === undefined) continue
    if (!control.visible) unseen.push(`${slugOf(new URL(page.url()).pathname)}: ${control.tag} ${control.name} ${control.value.slice(0, 30)} (${control.look})`)
    if (!control.inForm) continue
    const isNext = control.tag === 'button' && (control.value === 'next' || control.name === '')
    if (isNext) { await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]); return }
    if (control.type === 'file') { await page.locator(':focus').setInputFiles({ name: 'giay-to.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfFile('x').body) }); await page.waitForTimeout(1500); continue }
    await answerFocused(page, control, given)
  }
  throw new Error(`no way to go on from ${page.url()} by keyboard`)
}

describe('by keyboard alone', () => {
  it.each([true, false])('a whole journey comes to the receipt, and the focus is always to be seen (scripts: %s)', async (js) => {
    await stage.visit({ js, viewport: DESK }, async ({ page }) => {
      const unseen: string[] = []
      await page.goto(`/thu-tuc/${CODE}/nop`)
      for (let i = 0; i < 24 && !page.url().endsWith('/bien-nhan'); i += 1) await pageByKeyboard(page, answers, unseen)
      expect(await receiptCode(page)).toMatch(/^[A-Z]\d{2}/)
      expect(unseen.join('\n')).toBe('')
    })
  })

  it('the skip link is the first stop and leads to the content', async () => {
    await stage.visit({ js: true, viewport: DESK }, async ({ page }) => {
      await page.goto('/')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
    })
  })

  it('an error summary takes the focus, and its link leads into the field', async () => {
    await stage.visit({ js: true, viewport: DESK }, async ({ page }) => {
      await page.goto(`/thu-tuc/${CODE}/nop`)
      await Promise.all([page.waitForEvent('load'), page.locator('main form button[value=next]:not([aria-hidden])').click()]).catch(() => undefined)
      await page.locator('#error-summary').waitFor()
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('error-summary')
      await page.keyboard.press('Tab')
      const href = await page.evaluate(() => document.activeElement?.getAttribute('href'))
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => `#${document.activeElement?.id ?? ''}`)).toBe(href)
    })
  })
})
