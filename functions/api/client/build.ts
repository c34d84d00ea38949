import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openApiDocument } from '../openapi.ts'
import { generateClientSource } from './generate-source.ts'
import { manifestOf, README } from './package-files.ts'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../../..')

/** Where `npm run client` builds; not committed. */
export const OUT = join(ROOT, '.build/client')

/** Libraries are checked as well: a consumer who does so must not stumble over us. `exactOptionalPropertyTypes` is left to consumers, since what is generated hands on `undefined`. */
const COMPILE = ['--ignoreConfig', '--strict', '--declaration', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable', '--module', 'nodenext', '--skipLibCheck', 'false']

const compile = async (folder: string): Promise<void> => {
  await run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), ...COMPILE, '--outDir', folder, join(folder, 'index.ts')], { cwd: folder })
    .catch((error: Error & { readonly stdout?: string }) => { throw new Error(`the generated client does not compile:\n${error.stdout ?? error.message}`) })
}

const versionOf = async (dependency: string): Promise<string> => JSON.parse(await readFile(join(ROOT, 'node_modules', dependency, 'package.json'), 'utf8')).version

/** npm as it runs us; by hand the one in the path. */
const pack = async (folder: string, destination: string): Promise<string> => {
  const npm = process.env['npm_execpath']
  const args = ['pack', folder, '--json', '--ignore-scripts', '--pack-destination', destination]
  const { stdout } = await (npm === undefined ? run('npm', args, { cwd: folder }) : run(process.execPath, [npm, ...args], { cwd: folder }))
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }]
  return join(destination, filename)
}

/** Builds the client package into `out/package` and packs it beside; resolves to the tarball's path. `out` lies within the project, whose node_modules it is compiled with. */
export const buildClient = async (out = OUT): Promise<string> => {
  const folder = join(out, 'package')
  await rm(out, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const document = openApiDocument()
  const { version } = document['info'] as { version: string }
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifestOf(version, await versionOf('@oazapfts/runtime')), null, 2)}\n`)
  await writeFile(join(folder, 'openapi.json'), `${JSON.stringify(document, null, 2)}\n`)
  await writeFile(join(folder, 'README.md'), README)
  await cp(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'))
  await writeFile(join(folder, 'index.ts'), await generateClientSource(document))
  await compile(folder)
  return pack(folder, out)
}

if (import.meta.main) console.log(await buildClient())
