import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { readBenchForm } from './form.ts'
import { CONTEXT, publishOurs } from './ours.ts'
import { compareProcesses } from './processes.ts'
import type { Row } from './table.ts'

const ROOT = join(import.meta.dirname, '../..')
const OUT = join(ROOT, '.build/bench/cold')

const ENTRY = `
import { readFileSync } from 'node:fs'
import { loadValidator } from '${join(ROOT, 'forms/compile/load-validator.ts')}'
const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const validate = loadValidator(readFileSync(new URL('validator.cjs', import.meta.url), 'utf8'), read('form.json'))
const issues = validate(read('valid.json'), { today: '${CONTEXT.today}', lists: { communes: () => [], formerCommunes: () => [] } })
if (issues.length > 0) throw new Error(JSON.stringify(issues))
`

/** The budget, and what an empty process took where it was set. */
const BUDGET_MS = 60
const BUDGET_EMPTY_MS = 64

/** From an empty process to the first answer of a published validator: what a cold start pays for validation. */
export const benchColdStart = async (): Promise<readonly Row[]> => {
  const ours = await publishOurs(await readBenchForm())
  await mkdir(OUT, { recursive: true })
  await Promise.all([
    writeFile(join(OUT, 'entry.ts'), ENTRY), writeFile(join(OUT, 'empty.mjs'), ''), writeFile(join(OUT, 'validator.cjs'), ours.code),
    writeFile(join(OUT, 'form.json'), JSON.stringify(ours.form)), writeFile(join(OUT, 'valid.json'), JSON.stringify(ours.bench.valid)),
  ])
  await build({ entryPoints: [join(OUT, 'entry.ts')], bundle: true, minify: true, platform: 'node', format: 'esm', outfile: join(OUT, 'loaded.mjs'), logLevel: 'error',
    nodePaths: [join(ROOT, 'node_modules')], banner: { js: "import { createRequire as banner } from 'node:module';const require=banner(import.meta.url);" } })
  const took = await compareProcesses({ empty: [join(OUT, 'empty.mjs')], loaded: [join(OUT, 'loaded.mjs')] })
  const [empty = 0, loaded = 0] = [took['empty'], took['loaded']]
  const added = (loaded - empty) / empty
  return [{
    section: 'cold', what: `cold: process start to the first validation, over an empty process (processor time, medians; the budget's ${BUDGET_MS} ms are of a machine that starts Node in ${BUDGET_EMPTY_MS})`,
    target: `<= +${(BUDGET_MS / BUDGET_EMPTY_MS).toFixed(2)} of an empty process`, measured: `+${added.toFixed(2)} (+${(loaded - empty).toFixed(0)} ms: ${empty.toFixed(0)} -> ${loaded.toFixed(0)} ms)`, ok: added <= BUDGET_MS / BUDGET_EMPTY_MS,
  }]
}
