import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf, readDone, writeDone } from './sources.ts'

/** One thing to build before the app can be served. */
type Step = { readonly name: string; readonly says: string; readonly script: string; readonly from: readonly string[]; readonly makes: string }

const BUILD = '.build'

const STEPS: readonly Step[] = [
  { name: 'web', says: 'styles and scripts', script: 'web/build.ts', from: ['web', 'forms', 'package-lock.json'], makes: `${BUILD}/web/manifest.json` },
  { name: 'functions', says: 'functions', script: 'functions/build.ts', from: ['functions', 'forms', `${BUILD}/web/manifest.json`, 'package-lock.json'], makes: `${BUILD}/functions/citizen/index.mjs` },
  { name: 'synth', says: 'the CDK app', script: 'infra/app.ts', from: ['infra', 'cdk.json', `${BUILD}/functions`, `${BUILD}/web/assets`, `${BUILD}/web/loader`, 'package-lock.json'], makes: `${BUILD}/cdk.out/manifest.json` },
]

/** CDK's own validator takes 3 s; CI runs it on the same app, so the way to a page need not. */
const ENVIRONMENT = { CDK_VALIDATION: 'false', CDK_DISABLE_CLI_TELEMETRY: 'true' }

const run = (root: string, step: Step): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [step.script], { cwd: root, env: { ...process.env, ...ENVIRONMENT, CDK_OUTDIR: join(root, BUILD, 'cdk.out') }, stdio: ['ignore', 'pipe', 'pipe'] })
    const output: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
    child.on('error', reject).on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`Building ${step.says} failed (node ${step.script}):\n${Buffer.concat(output).toString('utf8')}`))
    })
  })

/** Builds what changed since the last time, in order; resolves to the folder of the cloud assembly. */
export const prepare = async (root: string, told: (sentence: string) => void): Promise<string> => {
  mkdirSync(join(root, BUILD), { recursive: true })
  const note = join(root, BUILD, 'prepared.json')
  for (const step of STEPS) {
    const sources = hashOf(root, step.from)
    if (readDone(note)[step.name] === sources && existsSync(join(root, step.makes))) continue
    const began = performance.now()
    await run(root, step)
    writeDone(note, { ...readDone(note), [step.name]: sources })
    told(`built ${step.says} in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
  return join(root, BUILD, 'cdk.out')
}
