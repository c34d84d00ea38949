import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'

/** From now on this page's browser keeps no cookie of another site, as browsers do by default or on request. */
export const blockThirdPartyCookies = async (page: Page): Promise<void> => {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Network.enable')
  await browser.send('Network.setCookieControls' as never, { enableThirdPartyCookieRestriction: true, disableThirdPartyCookieMetadata: true, disableThirdPartyCookieHeuristics: true } as never)
}

/** Cookies that a site on localhost gets back from this page, asked twice, although it sets one for use in other sites. */
export const cookiesSentTo = async (page: Page): Promise<readonly string[]> => {
  const got: string[] = []
  const server = createServer((request, response) => {
    got.push(request.headers.cookie ?? '')
    response.writeHead(200, {
      'access-control-allow-origin': request.headers.origin ?? '', 'access-control-allow-credentials': 'true', 'set-cookie': 'kept=1; SameSite=None; Secure; Path=/',
    }).end()
  })
  await new Promise<void>((done) => { server.listen(0, 'localhost', done) })
  const url = `http://localhost:${(server.address() as AddressInfo).port}/`
  for (let i = 0; i < 2; i += 1) await page.evaluate((address) => fetch(address, { credentials: 'include' }).then(() => undefined), url)
  server.close()
  return got
}
