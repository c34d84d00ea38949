import { spawn } from 'node:child_process'

const once = (args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env['PATH'] ?? '', ...env } })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => { complaint += chunk.toString() })
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve(performance.now() - began) : reject(new Error(`${args.join(' ')} ended with ${code}: ${complaint.slice(0, 800)}`))))
  })

/** Milliseconds of whole processes: the best of the rounds, interleaved. Whatever else runs only ever makes a process slower. */
export const compareProcesses = async (commands: Readonly<Record<string, readonly string[]>>, rounds = 15, env: Readonly<Record<string, string>> = {}): Promise<Readonly<Record<string, number>>> => {
  const samples = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, args] of Object.entries(commands)) {
      const took = await once(args, env)
      // The first round warms the disk cache and is not counted.
      if (round > 0) samples.get(name)?.push(took)
    }
  }
  return Object.fromEntries([...samples].map(([name, values]) => [name, Math.min(...values)]))
}
