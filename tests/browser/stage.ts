import { afterAll, beforeAll } from 'vitest'
import type { Browser } from 'playwright-core'
import { openServer, type SharedServer } from '../local-server.ts'
import { launchBrowser } from './chromium.ts'
import { openVisitor, type Visitor, type VisitorOptions } from './visitor.ts'

export type Stage = {
  readonly server: () => SharedServer
  readonly browser: () => Browser
  /** A fresh visitor; closed when `act` is over, and its faults must be none, but those that match `but`. */
  readonly visit: (options: VisitorOptions, act: (visitor: Visitor) => Promise<void>, but?: RegExp) => Promise<void>
}

/** One browser for a test file, in front of the server of the run. */
export const useStage = (): Stage => {
  let server: SharedServer | undefined
  let browser: Browser | undefined
  beforeAll(async () => { [server, browser] = await Promise.all([openServer(), launchBrowser()]) })
  afterAll(async () => { await browser?.close(); await server?.remove() })
  const running = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('the stage is not up')
    return thing
  }
  return {
    server: () => running(server),
    browser: () => running(browser),
    visit: async (options, act, but) => {
      const visitor = await openVisitor(running(browser), running(server).origin, options)
      try {
        await act(visitor)
        const faults = visitor.faults.filter((fault) => but === undefined || !but.test(fault))
        if (faults.length > 0) throw new Error(`faults in the browser:\n${faults.join('\n')}`)
      } finally { await visitor.close() }
    },
  }
}
