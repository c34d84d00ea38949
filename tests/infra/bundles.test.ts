import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BUNDLES, buildFunctions } from '../../functions/build.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const out = join(mkdtempSync(join(tmpdir(), 'dvc-bundles-')), 'functions')
let sizes: Readonly<Record<string, number>>

beforeAll(async () => {
  mkdirSync(join(ROOT, '.build', 'web'), { recursive: true })
  if (!existsSync(join(ROOT, '.build', 'web', 'manifest.json'))) execFileSync(process.execPath, ['web/build.ts'], { cwd: ROOT })
  sizes = await buildFunctions(out)
}, 300_000)
afterAll(() => rmSync(join(out, '..'), { recursive: true, force: true }))

const names = BUNDLES.map(({ name }) => name)

test.each(names)('the bundle of %s is at most 1 MB', (name) => {
  expect(sizes[name]).toBeGreaterThan(1000)
  expect(sizes[name]).toBeLessThanOrEqual(1024 * 1024)
})

test.each(names)('the bundle of %s loads by itself, outside the project, and has a handler', (name) => {
  const script = `const { handler } = await import(${JSON.stringify(join(out, name, 'index.mjs'))}); console.log(typeof handler)`
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: tmpdir(), env: {} }).toString().trim()).toBe('function')
})

test('the library that signs webhooks is in the bundle of deliver alone, which stays a small one', () => {
  const texts = (name: string): readonly string[] => readdirSync(join(out, name)).filter((file) => file.endsWith('.mjs')).map((file) => readFileSync(join(out, name, file), 'utf8'))
  expect(names.filter((name) => texts(name).some((text) => text.includes('WebhookVerificationError')))).toEqual(['deliver'])
  expect(sizes['deliver']).toBeLessThanOrEqual(300 * 1024)
})

test('the publish job, which meets no answers, goes without the numbering plans of the world', () => {
  const texts = (name: string): string => readdirSync(join(out, name)).filter((file) => file.endsWith('.mjs')).map((file) => readFileSync(join(out, name, file), 'utf8')).join('')
  expect(texts('citizen')).toContain('country_calling_codes')
  expect(texts('publish')).not.toContain('country_calling_codes')
})

test('communes lie beside the functions that show forms, one file a province', () => {
  for (const name of ['citizen', 'api']) {
    const files = readdirSync(join(out, name, 'code-lists'))
    expect(files).toHaveLength(34)
    expect(files).toContain('01.json')
  }
})

test('the procedures lie beside the function that publishes them, without scripts', () => {
  const files = readdirSync(join(out, 'publish', 'procedures'), { recursive: true }).map(String)
  expect(files.filter((file) => file.endsWith('procedure.json')).length).toBeGreaterThanOrEqual(5)
  expect(files.filter((file) => file.endsWith('.ts'))).toEqual([])
})
