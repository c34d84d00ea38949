import { timingSafeEqual } from 'node:crypto'
import { beforeEach, expect, it, vi } from 'vitest'
import { fileGrant, openGranted } from '../../../functions/core/file-grant.ts'
import { draft } from '../../contracts/samples.ts'
import { makeWorld, type World } from './world.ts'

vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>()
  return { ...real, timingSafeEqual: vi.fn(real.timingSafeEqual) }
})

let world: World
const dossier = draft()
const UNTIL = '2026-07-14T08:10:00+07:00'
const open = (seal: string, until = UNTIL) => openGranted({ id: dossier.id, file: 'a', grant: { until, seal } }, world)
beforeEach(async () => {
  world = await makeWorld()
  await world.dossiers.create(dossier)
})

it('opens until its time, for the file that it names, by a comparison whose time tells nothing', async () => {
  const { seal } = fileGrant(dossier, 'a', UNTIL)
  vi.mocked(timingSafeEqual).mockClear()
  expect((await open(seal)).id).toBe(dossier.id)
  expect(vi.mocked(timingSafeEqual)).toHaveBeenCalledTimes(1)
  world.now = new Date(UNTIL)
  await expect(open(seal)).rejects.toMatchObject({ code: 'grant-over' })
})

it.each<[string, (seal: string) => string]>([
  ['of another file', () => fileGrant(dossier, 'b', UNTIL).seal], ['of another time', () => fileGrant(dossier, 'a', '2026-07-14T09:00:00+07:00').seal], ['cut short', (seal) => seal.slice(0, -1)],
  ['of as many characters but more bytes', (seal) => `${seal.slice(0, -1)}ế`], ['empty', () => ''],
])('a seal %s opens nothing', async (_what, change) => {
  await expect(open(change(fileGrant(dossier, 'a', UNTIL).seal))).rejects.toMatchObject({ code: 'file-not-found' })
})
