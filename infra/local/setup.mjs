// Runs before `npm start`, `npm test`…: makes sure that node_modules is what package-lock.json says. Plain JavaScript for
// Node 20, without a dependency: nothing else may be there yet. Fast when there is nothing to do.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const lock = join(root, 'package-lock.json')
const stamp = join(root, 'node_modules', '.installed-from')

const fail = (message) => {
  console.error(`\n${message}\n`)
  process.exit(1)
}

const lockHash = () => createHash('sha256').update(readFileSync(lock)).digest('hex')

/** Enough of the installation to trust the stamp: someone may have deleted folders. */
const complete = () => ['node/bin/node', 'aws-cdk-lib/package.json', 'esbuild/package.json', 'dynalite/package.json'].every((path) => existsSync(join(root, 'node_modules', path)))

const installed = () => existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === lockHash() && complete()

/** Versions that npm itself put there from this lock (its hidden lockfile agrees package by package). */
const agreesWithLock = () => {
  const hidden = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(hidden) || !complete()) return false
  const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages
  const there = JSON.parse(readFileSync(hidden, 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional, os, cpu }]) => path === '' || optional || os || cpu || there[path]?.version === version)
}

const install = () => {
  console.log('Installing what the project needs (npm ci, about half a minute the first time)…')
  const npm = process.env.npm_execpath
  const [command, ...args] = npm ? [process.execPath, npm, 'ci'] : ['npm', 'ci']
  const { status, error } = spawnSync(command, [...args, '--no-audit', '--no-fund', '--loglevel=error', '--progress=true'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' && !npm })
  if (error) fail(`npm could not be run: ${error.message}\nInstall Node.js 20 or newer, which brings npm.`)
  if (status !== 0) fail('npm ci failed; what it said is above. Is the package registry in reach? Then run the same command again.')
}

if (Number(process.versions.node.split('.')[0]) < 20) fail(`This is Node ${process.versions.node}; the project needs 20 or newer to set itself up.`)
if (!existsSync(lock)) fail('package-lock.json is missing: is this a whole checkout?')

if (!installed()) {
  if (!agreesWithLock()) install()
  if (!complete()) fail('The installation is not complete (node_modules/node has no binary). Were install scripts switched off (ignore-scripts)? Then: npm rebuild node esbuild')
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, `${lockHash()}\n`)
}
