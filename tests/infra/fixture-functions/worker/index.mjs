// Keeps what it was told in a file, so that a test can wait for it.
import { appendFileSync } from 'node:fs'

export const handler = async (event) => {
  appendFileSync(process.env.NOTES, `${JSON.stringify(event)}\n`)
  if (process.env.FAIL_ONCE && !globalThis.failed) {
    globalThis.failed = true
    throw new Error('once')
  }
  if (process.env.FAIL_ALWAYS) throw new Error('never')
  return 'done'
}
