import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildClient } from '../../../functions/api/client/build.ts'
import { README } from '../../../functions/api/client/package-files.ts'
import { dvc, jsonOf, ROOT } from '../../forms/cli/run-dvc.ts'
import { startLocalServer, type LocalServer } from '../../local-server.ts'
import { IMPORTS, RIGHT, WRONG } from './client-consumer.ts'

const run = promisify(execFile)
const OUT = join(ROOT, '.build/client-of-tests')
let folder: string
let server: LocalServer

/** As npm would, without asking a registry: the tarball's content and what it depends on, in a folder outside the project. */
const install = async (tarball: string): Promise<string> => {
  const consumer = await mkdtemp(join(tmpdir(), 'dvc-consumer-'))
  await mkdir(join(consumer, 'node_modules/@dvc-forms'), { recursive: true })
  await mkdir(join(consumer, 'node_modules/@oazapfts'))
  await mkdir(join(consumer, 'node_modules/@types'))
  await run('tar', ['xzf', tarball, '-C', consumer])
  await rename(join(consumer, 'package'), join(consumer, 'node_modules/@dvc-forms/client'))
  for (const name of ['@oazapfts/runtime', '@types/node', 'undici-types']) await symlink(await realpath(join(ROOT, 'node_modules', name)), join(consumer, 'node_modules', name))
  await writeFile(join(consumer, 'package.json'), '{"type":"module"}')
  return consumer
}

beforeAll(async () => {
  [folder, server] = await Promise.all([buildClient(OUT).then(install), startLocalServer()])
}, 400_000)
afterAll(async () => {
  await server?.remove()
  if (folder) await rm(folder, { recursive: true })
  await rm(OUT, { recursive: true, force: true })
})

const FLAGS = ['--ignoreConfig', '--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--target', 'es2024', '--lib', 'es2024,dom,dom.iterable', '--module', 'nodenext', '--types', 'node', '--allowImportingTsExtensions', '--verbatimModuleSyntax']
const compile = async (file: string): Promise<string> =>
  run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), ...FLAGS, file], { cwd: folder }).then(({ stdout }) => stdout, ({ stdout }: { stdout: string }) => stdout)

test('the package has what it promises, and nothing of ours besides', async () => {
  const installed = join(folder, 'node_modules/@dvc-forms/client')
  expect((await readdir(installed)).toSorted()).toEqual(['LICENSE', 'README.md', 'index.d.ts', 'index.js', 'openapi.json', 'package.json'])
  const { version } = JSON.parse(await readFile(join(ROOT, 'node_modules/@oazapfts/runtime/package.json'), 'utf8'))
  expect(JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))).toMatchObject({ name: '@dvc-forms/client', version: '1.0.0', type: 'module', types: './index.d.ts', license: 'Apache-2.0', dependencies: { '@oazapfts/runtime': version } })
})

test('a consumer compiles, the README\'s example too; each wrong line does not', async () => {
  await writeFile(join(folder, 'readme.ts'), /```ts\n([\s\S]+?)```/.exec(README)?.[1] ?? '')
  await writeFile(join(folder, 'right.ts'), RIGHT)
  await writeFile(join(folder, 'wrong.ts'), [IMPORTS, ...WRONG].join('\n'))
  expect(await compile('right.ts')).toBe('')
  const lines = [...(await compile('wrong.ts')).matchAll(/^wrong\.ts\((\d+),/gm)].map(([, line]) => Number(line))
  expect([...new Set(lines)]).toEqual(WRONG.map((_line, index) => index + 2))
})

test('it lists, validates, submits, tracks, reads the feed, handles and gives a file, against the portal', async () => {
  const { valid: [example] } = JSON.parse(await readFile(join(ROOT, 'forms/procedures/1.000894/examples.json'), 'utf8')) as { valid: { answers: { filing: { receivingCommune: { province: string; commune: string } } } }[] }
  const { province, commune } = example?.answers.filing.receivingCommune ?? { province: '', commune: '' }
  const operate = (...args: readonly string[]) => dvc(['integrator', ...args, '--json', '--lang', 'en'], { env: { DVC_DATA: server.dataFolder } })
  await operate('set', 'phuong-a', '--name', 'Phường A', '--agencies', `${province}/${commune}`)
  const { text: key } = jsonOf(await operate('key', 'phuong-a', '--scopes', 'read,answers,handle')) as unknown as { readonly text: string }
  const { stdout } = await run(process.execPath, ['right.ts'], { cwd: folder, timeout: 60_000, env: { ...process.env, DVC_ORIGIN: server.origin, DVC_KEY: key, DVC_ANSWERS: JSON.stringify(example?.answers) } })
  const said = JSON.parse(stdout) as { readonly codes: readonly string[] }
  const published = (await readdir(join(ROOT, 'forms/procedures'))).filter((name) => /^\d\.\d{6}$/.test(name))
  expect(said.codes.toSorted()).toEqual(published)
  expect(said).toMatchObject({
    refused: expect.stringMatching(/^Đăng ký kết hôn: \/filing\S+ [\x20-\x7e]+$/), code: expect.stringMatching(/^[A-Z]\d{2}-/), hasKey: true, now: 'submitted', more: false,
    received: 200, left: expect.stringMatching(/^"calls";r=\d+;t=\d+$/), sections: Object.keys(example?.answers ?? {}), integrator: 'phuong-a', status: 'done', same: true, held: 304,
    wrongKey: expect.stringMatching(/\S+ \S+/), problem: { status: 409, code: 'not-allowed' },
  })
})
