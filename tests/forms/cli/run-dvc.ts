import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..', '..')

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }
export type RunOptions = { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> }

/** No locale of the machine's, no portal of a developer's. */
const CLEAN = { LC_ALL: '', LC_MESSAGES: '', LANG: '', DVC_DATA: '/nonexistent/dvc-data' }

/** The real command line in a process of its own. */
export const dvc = (args: readonly string[], { cwd = ROOT, env = {} }: RunOptions = {}): Promise<Ran> => new Promise((resolve, reject) => {
  const child = spawn(process.execPath, [join(ROOT, 'forms/cli.ts'), ...args], { cwd, env: { ...process.env, ...CLEAN, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  child.once('error', reject)
  child.once('close', (code) => resolve({ code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }))
})

export const jsonOf = (ran: Ran): Record<string, never> => JSON.parse(ran.out) as Record<string, never>
