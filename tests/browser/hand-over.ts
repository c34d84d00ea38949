import type { BrowserContext } from 'playwright-core'
import { openHttpBrowser } from '../journeys/http-browser.ts'
import { walkForm, type WalkOptions } from '../journeys/walk.ts'

/** Address of a draft's page that was reached over HTTP and handed to this visitor with its cookies: what the browser is needed for begins there. */
export const handOver = async (context: BrowserContext, origin: string, options: WalkOptions): Promise<string> => {
  const walker = openHttpBrowser(origin)
  const { at } = await walkForm(walker, options)
  await context.addCookies([...walker.cookies].map(([name, value]) => ({ name, value, url: origin })))
  return at.url
}
