import { afterAll, beforeAll } from 'vitest'
import { useStage, type Stage } from '../stage.ts'
import type { Visitor, Viewport } from '../visitor.ts'
import { hearElements } from './drive-element.ts'
import { serveHosts, type Extra, type Hosts } from './serve-hosts.ts'
import { blockThirdPartyCookies } from './third-party-cookies.ts'

export type HostStage = {
  readonly portal: () => string
  /** Opens a path of the sample sites in a browser that blocks third-party cookies. Faults must be none, but those that match `but`. */
  readonly visitHost: (path: string, options: { readonly viewport: Viewport; readonly but?: RegExp; readonly before?: (visitor: Visitor) => Promise<unknown> }, act: (visitor: Visitor) => Promise<void>) => Promise<void>
  readonly host: () => string
  readonly stage: Stage
}

/** The portal and, from another origin, sites that embed its forms. */
export const useHosts = (extras: ReadonlyMap<string, Extra> = new Map()): HostStage => {
  const stage = useStage()
  let hosts: Hosts | undefined
  // The bucket's port is any; the local host serves it on 127.0.0.1.
  beforeAll(async () => { hosts = await serveHosts(stage.server().origin, 'http://127.0.0.1:*', extras) })
  afterAll(async () => { await hosts?.stop() })
  const host = (): string => hosts?.origin ?? ''
  return {
    stage, host,
    portal: () => stage.server().origin,
    visitHost: async (path, { viewport, but, before }, act) => {
      await stage.visit({ js: true, viewport }, async (visitor) => {
        await blockThirdPartyCookies(visitor.page)
        await hearElements(visitor.page)
        await before?.(visitor)
        await visitor.page.goto(host() + path)
        await act(visitor)
      }, but)
    },
  }
}
