import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ROOT } from './run-dvc.ts'

export type Editor = { readonly url: string; readonly stop: () => Promise<number | null> }

/** `dvc edit` in a process of its own, once it says where its pages are. */
export const openEditor = async (folder: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<Editor> => {
  const child: ChildProcess = spawn(process.execPath, [join(ROOT, 'forms/cli.ts'), 'edit', folder, ...args], { env: { ...process.env, DVC_DATA: '/nonexistent/dvc-data', ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => { said += chunk.toString(); const found = /http:\/\/localhost:\d+/.exec(said)?.[0]; if (found !== undefined) resolve(found) })
    child.once('exit', () => reject(new Error(`dvc edit ended: ${said}`)))
  })
  return {
    url,
    stop: async () => {
      if (child.exitCode !== null) return child.exitCode
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      return child.exitCode
    },
  }
}
