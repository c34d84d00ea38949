import { rmSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join, resolve } from 'node:path'
import type { Host } from './host.ts'
import { prepare } from './prepare.ts'

// Lambda runs in UTC; whatever this machine's zone is must not show in what the functions do.
process.env['TZ'] = 'UTC'

const ROOT = join(import.meta.dirname, '..', '..')

// Halves what Node needs to take in this host's own sources from the second start on.
enableCompileCache(join(ROOT, '.build', 'compile-cache'))

const say = (line: string): void => console.log(line)

const readPort = (value: string): number => {
  const port = Number(value)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is '${value}': give a number from 0 (any free port) to 65535`)
  return port
}

const readEngine = (value: string): 'dynalite' | 'dynoxide' => {
  if (value === 'dynalite' || value === 'dynoxide') return value
  throw new Error(`DDB_ENGINE is '${value}': give dynalite or dynoxide`)
}

const HELP = `npm start [-- --fresh]

  Serves the synthesized CDK app on this machine.
  --fresh      forgets all drafts, dossiers and files first
  PORT         port of the portal (3000; 0 takes a free one)
  DVC_DATA     folder for tables, buckets and logs (.data)
  DDB_ENGINE   dynalite (pure JavaScript) or dynoxide (native, where installed)
`

const readOptions = (args: readonly string[]): { readonly fresh: boolean; readonly help: boolean } => {
  const unknown = args.find((arg) => !['--fresh', '--help'].includes(arg))
  if (unknown !== undefined) throw new Error(`There is no option ${unknown}.\n\n${HELP}`)
  return { fresh: args.includes('--fresh'), help: args.includes('--help') }
}

const welcome = (host: Host, data: string): string => `
  ${host.url}   English: ${host.url}/en   API: ${host.url}/api/v1/openapi.json

  Try: search "dang ky khai sinh" (no marks needed), fill the form in, submit it, follow it under its code.
  This is a sandbox: "npx dvc sandbox clock --by 3d" moves its clock, "npx dvc sandbox reset --yes" empties it.
  Data: ${data} (tables on ${host.engine}). Start with -- --fresh to forget it. Ctrl+C stops.
  Not as in the cloud: ${host.leftOut.join('; ')}.
`

/**
 * npm runs this below a shell that keeps signals to itself: when npm is ended, the shell goes and this process would stay,
 * and with it the port. So it ends with its parent.
 */
const endWithParent = (stop: () => void): void => {
  const parent = process.ppid
  if (process.env['npm_lifecycle_event'] === undefined) return
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 250).unref()
}

const portInUse = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

const main = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2))
  if (options.help) return say(HELP)
  const data = resolve(ROOT, process.env['DVC_DATA'] ?? '.data')
  if (options.fresh) rmSync(data, { recursive: true, force: true })
  const port = readPort(process.env['PORT'] ?? '3000')
  const assembly = await prepare(ROOT, (sentence) => say(`  ${sentence}`))
  const { startHost } = await import('./host.ts')
  const host = await startHost({ assembly, data, port, engine: readEngine(process.env['DDB_ENGINE'] ?? 'dynalite') })
  const stop = (): void => { void host.stop().then(() => process.exit(0)) }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  endWithParent(stop)
  say(welcome(host, data))
}

main().catch((error: unknown) => {
  console.error(portInUse(error) ? `Port ${process.env['PORT'] ?? '3000'} is taken. Stop what listens there, or choose another: PORT=3001 npm start` : error instanceof Error ? error.message : error)
  process.exit(1)
})
