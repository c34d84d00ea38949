import { access } from 'node:fs/promises'
import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

const MACHINE_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false)

/** The machine's own browser (or CHROMIUM_PATH), else the one that npm brought. */
export const findChromium = async (): Promise<{ readonly path: string; readonly args: readonly string[] }> => {
  const named = process.env['CHROMIUM_PATH']
  const found = await Promise.all(MACHINE_BROWSERS.map(exists))
  const machine = named ?? MACHINE_BROWSERS.find((_, i) => found[i])
  if (machine !== undefined) return { path: machine, args: ['--no-sandbox'] }
  // Made for Lambda: a single process does not survive several contexts, and what switches the same-origin policy off
  // would hide the very faults (CSP, CORS) that these tests look for.
  const unfit = /single-process|disable-web-security|allow-running-insecure-content|^--headless|no-zygote|site-isolation|site-per-process/
  return { path: await sparticuz.executablePath(), args: sparticuz.args.filter((arg) => !unfit.test(arg)) }
}

const LAUNCHES = 5
const PAUSE_MS = 2000

/**
 * One browser for all tests of a file; contexts are cheap, browsers are not. Tried again, because another file may be
 * unpacking the binary at this moment, and because this one crashes in one start of some dozens.
 */
export const launchBrowser = async (triesLeft = LAUNCHES): Promise<Browser> => {
  const { path, args } = await findChromium()
  try {
    return await chromium.launch({ executablePath: path, args: [...args], headless: true })
  } catch (error) {
    if (triesLeft <= 1) throw error
    await new Promise((resolve) => { setTimeout(resolve, PAUSE_MS) })
    return launchBrowser(triesLeft - 1)
  }
}
