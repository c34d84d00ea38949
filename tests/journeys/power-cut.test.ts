import { afterAll, beforeAll, expect, it } from 'vitest'
import { startLocalServer, type LocalServer } from '../local-server.ts'
import { firstValid } from './examples.ts'
import { textOf } from './html-form.ts'
import { openHttpBrowser } from './http-browser.ts'
import { dossierCode, goThrough, submitFrom, walkForm } from './walk.ts'

// A server of its own: it is killed under way.
let server: LocalServer
beforeAll(async () => { server = await startLocalServer() })
afterAll(async () => { await server.remove() })

const CODE = '1.001193'
const { answers } = firstValid(CODE)

/** kill -9, and up again on what is on the disk; at another port. */
const cutPower = async (): Promise<void> => {
  await server.kill()
  server = await startLocalServer({ dataFolder: server.dataFolder })
}

it('a draft survives kill -9 of the server, and so does the dossier', async () => {
  const before = openHttpBrowser(server.origin)
  const { at } = await walkForm(before, { code: CODE, answers, stopAt: 'nguoi-me' })
  await cutPower()
  const between = openHttpBrowser(server.origin, before.cookies)
  const rest = await between.open(at.path)
  expect(textOf(rest.html, 'h1')).toBe('Thông tin về người mẹ')
  const review = await goThrough(between, rest, { code: CODE, answers })
  const receipt = await submitFrom(between, review.at)
  expect(dossierCode(receipt.html)).toBeDefined()
  await cutPower()
  const after = await openHttpBrowser(server.origin, between.cookies).open(receipt.path)
  expect(dossierCode(after.html)).toBe(dossierCode(receipt.html))
})
