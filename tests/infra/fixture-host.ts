import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHost, type Host } from '../../infra/local/host.ts'

export type Fixture = {
  readonly host: Host
  /** Where the host keeps its data. */
  readonly data: string
  readonly told: readonly string[]
  /** Events that worker functions noted, oldest first. */
  readonly notes: () => readonly Record<string, never>[]
  readonly physical: (logicalId: string) => string
  readonly functionId: (name: string) => string
  /** Stops the host and starts it again on the same data. */
  readonly restart: () => Promise<Fixture>
  readonly stop: () => Promise<void>
}

/** Serves the fixture app of a folder on whatever data is there. */
export const serveFixture = async (folder: string): Promise<Fixture> => {
  const told: string[] = []
  const notesFile = join(folder, 'notes.jsonl')
  const host = await startHost({ assembly: join(folder, 'cdk.out'), data: join(folder, 'data'), port: 0, instances: 2, told: (sentence) => told.push(sentence) })
  const find = (name: string) => host.assembly.resources.find(({ id }) => id.replace(/[0-9A-F]{8}$/, '') === name)
  return {
    host, told, data: join(folder, 'data'),
    notes: () => (existsSync(notesFile) ? readFileSync(notesFile, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line)) : []),
    physical: (name) => find(name)?.ref ?? name,
    functionId: (name) => find(name)?.id ?? name,
    restart: async () => { await host.stop(); return serveFixture(folder) },
    stop: async () => { await host.stop(); rmSync(folder, { recursive: true, force: true }) },
  }
}

/** Synthesizes the fixture app; resolves to its folder, with cdk.out in it. */
export const synthesizeFixture = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-host-'))
  const assets = join(folder, 'assets')
  mkdirSync(assets)
  writeFileSync(join(assets, 'site-abc123.css'), 'body { color: red }')
  execFileSync(process.execPath, [join(import.meta.dirname, 'fixture-app.mjs'), join(folder, 'cdk.out'), join(folder, 'notes.jsonl'), assets], { env: { ...process.env, CDK_VALIDATION: 'false' } })
  return folder
}

/** Synthesizes the fixture app and serves its assembly. */
export const startFixture = (): Promise<Fixture> => serveFixture(synthesizeFixture())

/** Waits until `ready` holds, for at most ten seconds. */
export const until = async (ready: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !ready(); tries += 1) await new Promise((done) => { setTimeout(done, 50) })
  if (!ready()) throw new Error('It did not happen within ten seconds')
}
