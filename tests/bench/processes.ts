import { spawn } from 'node:child_process'
import { median } from './statistics.ts'

/** Runs before anything else in a process: what it has cost is written when it ends. */
const REPORT = `data:text/javascript,${encodeURIComponent("import{writeSync}from'node:fs';process.on('exit',()=>{const u=process.cpuUsage();writeSync(2,'\\ncpu '+(u.user+u.system))})")}`

const once = (args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', REPORT, ...args], { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env['PATH'] ?? '', ...env } })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString() })
    child.once('error', reject)
    child.once('close', (code) => {
      const cpu = /\ncpu (\d+)$/.exec(said)?.[1]
      if (code === 0 && cpu !== undefined) resolve(Number(cpu) / 1000)
      else reject(new Error(`${args.join(' ')} ended with ${code}: ${said.slice(0, 800)}`))
    })
  })

/** Milliseconds of processor time of whole processes, all their threads: medians of interleaved rounds. */
export const compareProcesses = async (commands: Readonly<Record<string, readonly string[]>>, rounds = 15, env: Readonly<Record<string, string>> = {}): Promise<Readonly<Record<string, number>>> => {
  const samples = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, args] of Object.entries(commands)) {
      const took = await once(args, env)
      // The first round warms the disk cache and is not counted.
      if (round > 0) samples.get(name)?.push(took)
    }
  }
  return Object.fromEntries([...samples].map(([name, values]) => [name, median(values)]))
}
