import { spawn } from 'node:child_process'
import { access, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { SHARED_ORIGIN, startLocalServer } from './local-server.ts'

/**
 * `npm test [-- step…]`: everything that must hold before a change is taken, in the order in which a mistake is cheapest
 * to find. A vitest step counts its tests, any other step counts as one. The last line is for machines.
 */
const ROOT = join(import.meta.dirname, '..')
const RESULTS = join(ROOT, '.build/test-results')

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }
type Step = {
  readonly name: string
  readonly command: readonly string[]
  /** Longer than this it hangs. */
  readonly minutes: number
  /** Where vitest writes its counts. */
  readonly report?: string
  /** A local server is started for it, which all its files share. */
  readonly served?: boolean
  /** Environment of its own. */
  readonly env?: Readonly<Record<string, string>>
}

const bin = (name: string): string => join(ROOT, 'node_modules/.bin', name)
const node = (...args: string[]): readonly string[] => [process.execPath, ...args]
const vitest = (name: string, ...args: string[]): Pick<Step, 'command' | 'report'> => {
  const report = join(RESULTS, `${name}.json`)
  return { report, command: node('node_modules/vitest/vitest.mjs', 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`) }
}

/** The steps start `dvc`, servers and workers hundreds of times: each finds the code compiled by the first. */
const COMPILED = { NODE_COMPILE_CACHE: join(ROOT, '.build/compile-cache') }

/** Bundles and app are built once, as `npm start` builds them: every later step finds them done. */
const BUILD = "await (await import('./infra/local/prepare.ts')).prepare(process.cwd(), console.log)"

// Generous: two cores, shared by a browser, a server and the tests, are slow at times; a hung test still ends.
const PATIENT = ['--testTimeout=180000', '--hookTimeout=300000']

const STEPS: readonly Step[] = [
  { name: 'lint', command: [bin('oxlint'), '--deny-warnings'], minutes: 3 },
  { name: 'types', command: [bin('tsc'), '-b'], minutes: 4 },
  { name: 'licences', command: node('tests/licences.ts'), minutes: 2 },
  { name: 'procedures', command: node('forms/cli.ts', 'lint'), minutes: 2 },
  { name: 'build', command: node('--input-type=module', '--eval', BUILD), minutes: 5 },
  // With CDK's own validation and cdk-nag, which the build leaves out for the sake of `npm start`.
  { name: 'synth', command: node('infra/app.ts'), minutes: 4, env: { CDK_OUTDIR: join(ROOT, '.build/checked.out') } },
  { name: 'unit', ...vitest('unit', '--exclude', 'tests/browser/**', '--exclude', 'tests/journeys/**', ...PATIENT), minutes: 30 },
  // Tried twice: the npm browser itself crashes now and then, and a crash says nothing about a page.
  { name: 'browser', ...vitest('browser', 'tests/browser', 'tests/journeys', '--retry=1', ...PATIENT), minutes: 30, served: true },
  // All 100,000 submits, and 10,000 events on real parts, take minutes: `npm run proofs` has them.
  { name: 'proofs', command: node('tests/proofs/run.ts', '--submits', '30000', '--events', '300'), minutes: 15 },
]

type Ran = { readonly code: number; readonly output: string; readonly seconds: number }

/** Runs one command without stdin; `live` shows its output as it comes, else it is kept for the case of failure. */
const run = (step: Step, live: boolean): Promise<Ran> =>
  new Promise((resolve) => {
    const began = performance.now()
    const [program = '', ...args] = step.command
    const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...COMPILED, ...step.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}` } })
    let output = ''
    const keep = (chunk: Buffer): void => { output += chunk.toString(); if (live) process.stdout.write(chunk) }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const late = setTimeout(() => { output += `\nstopped: longer than ${step.minutes} minutes\n`; child.kill('SIGKILL') }, step.minutes * 60_000)
    const end = (code: number): void => { clearTimeout(late); resolve({ code, output, seconds: (performance.now() - began) / 1000 }) }
    child.once('error', (error) => { output += `${error.message}\n`; end(1) })
    child.once('close', (code) => end(code ?? 1))
  })

type VitestReport = { readonly numPassedTests: number; readonly numFailedTests: number; readonly numPendingTests: number; readonly numTodoTests: number; readonly numFailedTestSuites: number; readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[] }

/** A test file that does not even load has no tests to fail: it counts as one failure. */
const countsOf = async (step: Step, ran: Ran): Promise<Counts> => {
  if (step.report === undefined) return { passed: ran.code === 0 ? 1 : 0, failed: ran.code === 0 ? 0 : 1, skipped: 0 }
  const text = await readFile(step.report, 'utf8').catch(() => undefined)
  if (text === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const report: VitestReport = JSON.parse(text)
  const brokenFiles = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const failed = report.numFailedTests + brokenFiles
  // Non-zero without a failed test: an unhandled error, or no test was found.
  return { passed: report.numPassedTests, failed: failed === 0 && ran.code !== 0 ? 1 : failed, skipped: report.numPendingTests + report.numTodoTests }
}

const exists = (path: string): Promise<boolean> => access(join(ROOT, path)).then(() => true, () => false)

/** Runs the step in front of a server of its own, if it asks for one. */
const runServed = async (step: Step, live: boolean): Promise<Ran> => {
  if (step.served !== true) return run(step, live)
  const server = await startLocalServer()
  try {
    const ran = await run({ ...step, env: { ...step.env, [SHARED_ORIGIN]: server.origin } }, live)
    if (ran.code !== 0) console.log(`the server at ${server.origin} said:\n${server.output().slice(-4000)}`)
    return ran
  } finally { await server.remove() }
}

const take = async (step: Step): Promise<Counts> => {
  console.log(`- ${step.name}: ${step.command.slice(1).join(' ') || step.command[0]}`)
  const ran = await runServed(step, step.report !== undefined || step.name === 'proofs')
    .catch((error: unknown): Ran => ({ code: 1, output: String(error), seconds: 0 }))
  const counts = await countsOf(step, ran)
  if (counts.failed > 0 && ran.code !== 0 && (step.report === undefined || ran.seconds === 0)) console.log(ran.output.slice(-8000))
  console.log(`  ${counts.failed === 0 ? 'ok' : 'FAILED'} ${step.name} in ${ran.seconds.toFixed(1)} s`)
  return counts
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !STEPS.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`no such step: ${unknown.join(', ')}; there are ${STEPS.map((step) => step.name).join(', ')}`)
  process.exit(2)
}
await rm(RESULTS, { recursive: true, force: true })
await mkdir(RESULTS, { recursive: true })
if (!await exists('../shared')) console.log('- ../shared is not here: tests that compare with its reference data are skipped')

let total: Counts = { passed: 0, failed: 0, skipped: 0 }
const failedSteps: string[] = []
for (const step of STEPS.filter((one) => asked.length === 0 || asked.includes(one.name))) {
  const counts = await take(step)
  if (counts.failed > 0) failedSteps.push(step.name)
  total = { passed: total.passed + counts.passed, failed: total.failed + counts.failed, skipped: total.skipped + counts.skipped }
}
if (failedSteps.length > 0) console.log(`failed: ${failedSteps.join(', ')}`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed === 0 ? 0 : 1
