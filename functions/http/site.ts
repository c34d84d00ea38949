import type { AssetUrls, ViewContext } from '../../forms/index.ts'
import type { Deps } from '../core/deps.ts'
import type { SandboxClock } from '../core/sandbox-clock.ts'

/** All that the pages and verbs know of where they run. Made once per container by wire.ts; tests make their own. */
export type Site = {
  readonly deps: Deps
  readonly assets: AssetUrls
  readonly portal: ViewContext['portal']
  readonly sandbox: boolean
  /** The clock that a sandbox goes by; absent on a production portal. */
  readonly clock?: SandboxClock
  /** Origin as people type it; '' = the request's own host. */
  readonly publicUrl: string
  /** Origin that takes presigned uploads; '' = none. */
  readonly uploadOrigin: string
  /** Origins of the sites that may embed forms by the deployment's setting, and by the register of integrators (`allowed-origins.ts` reads both). */
  readonly embedOrigins: readonly string[]
  readonly registeredOrigins: () => Promise<readonly string[]>
  readonly writeLog: (line: string) => void
}
