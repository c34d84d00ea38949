import { afterAll, beforeAll } from 'vitest'
import type { Browser } from 'playwright-core'
import { startLocalServer, type LocalServer } from '../local-server.ts'
import { launchBrowser } from './chromium.ts'
import { openVisitor, type Visitor, type VisitorOptions } from './visitor.ts'

export type Stage = {
  readonly server: () => LocalServer
  readonly browser: () => Browser
  /** A fresh visitor; closed when `act` is over, and its faults must be none. */
  readonly visit: (options: VisitorOptions, act: (visitor: Visitor) => Promise<void>) => Promise<void>
  /** Stops (or kills) the server and starts it again on the same data; its port changes. */
  readonly restart: (how: 'stop' | 'kill') => Promise<LocalServer>
}

/** One server and one browser for a test file. */
export const useStage = (): Stage => {
  let server: LocalServer | undefined
  let browser: Browser | undefined
  beforeAll(async () => { [server, browser] = await Promise.all([startLocalServer(), launchBrowser()]) })
  afterAll(async () => { await browser?.close(); await server?.remove() })
  const running = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('the stage is not up')
    return thing
  }
  return {
    server: () => running(server),
    browser: () => running(browser),
    visit: async (options, act) => {
      const visitor = await openVisitor(running(browser), running(server).origin, options)
      try {
        await act(visitor)
        if (visitor.faults.length > 0) throw new Error(`faults in the browser:\n${visitor.faults.join('\n')}`)
      } catch (error) {
        console.error(`the server at ${running(server).origin} said:\n${running(server).output().slice(-1500)}`)
        throw error
      } finally { await visitor.close() }
    },
    restart: async (how) => {
      const before = running(server)
      await before[how]()
      server = await startLocalServer({ dataFolder: before.dataFolder })
      return server
    },
  }
}
