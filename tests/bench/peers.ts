import { spawnSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build, type BuildOptions } from 'esbuild'
import type { Answers, JsonSchema } from '../../forms/index.ts'
import type { BenchForm } from './form.ts'

const PEERS = join(import.meta.dirname, 'peers')
const OUT = join(import.meta.dirname, '../../.build/bench')

export const SERVER_PEERS = ['json-schema-form', 'rjsf', 'jsonforms', 'surveyjs'] as const
export const CLIENT_PEERS = ['json-schema-form', 'rjsf', 'jsonforms', 'surveyjs', 'formio'] as const
export type ServerPeer = (typeof SERVER_PEERS)[number]
export type ClientPeer = (typeof CLIENT_PEERS)[number]
export const PEER_NAMES: Readonly<Record<ClientPeer, string>> = {
  'json-schema-form': 'json-schema-form + plain strings', rjsf: 'RJSF', jsonforms: 'JSON Forms (React)', surveyjs: 'SurveyJS', formio: 'Form.io',
}

/** Exact versions, from a lockfile of their own, only when somebody asks for the comparison. */
export const installPeers = async (): Promise<void> => {
  const stamp = join(PEERS, 'node_modules/.installed')
  const lock = await readFile(join(PEERS, 'package-lock.json'), 'utf8')
  if (await readFile(stamp, 'utf8').catch(() => '') === lock) return
  console.log('installing the other engines in tests/bench/peers …')
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: PEERS, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new Error('npm ci in tests/bench/peers failed')
  await writeFile(stamp, lock)
}

const SHARED = { bundle: true, logLevel: 'error', define: { 'process.env.NODE_ENV': '"production"' }, nodePaths: [join(PEERS, 'node_modules')] } satisfies BuildOptions

export type Render = (schema: JsonSchema, answers: Answers) => string

/** A peer's server renderer, bundled for production as its users would. */
export const loadServerPeer = async (name: ServerPeer): Promise<Render> => {
  const outfile = join(OUT, 'server', `${name}.cjs`)
  await build({ ...SHARED, entryPoints: [join(PEERS, 'server', `${name}.mjs`)], platform: 'node', format: 'cjs', outfile })
  const loaded: { readonly render: Render } = createRequire(import.meta.url)(outfile)
  return loaded.render
}

export type ClientAssets = { readonly html: string; readonly files: Readonly<Record<string, Buffer>> }

/** A peer's page: an empty document that its bundle fills. Schema and answers travel in the bundle: one round trip fewer. */
export const buildClientPeer = async (name: ClientPeer, { schema, valid }: Pick<BenchForm, 'schema' | 'valid'>): Promise<ClientAssets> => {
  await mkdir(OUT, { recursive: true })
  const [schemaFile, answersFile] = [join(OUT, 'form.json'), join(OUT, 'answers.json')]
  await Promise.all([writeFile(schemaFile, JSON.stringify(schema)), writeFile(answersFile, JSON.stringify(valid))])
  const { outputFiles } = await build({
    ...SHARED, entryPoints: [join(PEERS, 'client', `${name}.mjs`)], platform: 'browser', format: 'iife', minify: true, write: false,
    outdir: OUT, alias: { 'bench-schema': schemaFile, 'bench-answers': answersFile }, loader: { '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.eot': 'dataurl', '.svg': 'dataurl' },
  })
  const files = Object.fromEntries(outputFiles.map((file) => [`/${name}${file.path.endsWith('.css') ? '.css' : '.js'}`, Buffer.from(file.contents)]))
  const css = files[`/${name}.css`] === undefined ? '' : `<link rel="stylesheet" href="/${name}.css">`
  const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title>${css}</head><body><div id="app"></div><script src="/${name}.js" defer></script></body></html>`
  return { html, files }
}
