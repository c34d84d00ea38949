import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fontsIn } from '../../../functions/paper/fonts.ts'

const TINOS = join(import.meta.dirname, '../../../node_modules/@expo-google-fonts/tinos')
let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'dvc-fonts-')) })
afterAll(() => rm(folder, { recursive: true }))

it('reads the fonts once, and again where that failed', async () => {
  const fonts = fontsIn(folder)
  await expect(fonts()).rejects.toThrow('Tinos_')
  for (const name of ['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic']) await cp(join(TINOS, name), join(folder, name), { recursive: true })
  const found = await fonts()
  expect(Object.values(found).map((bytes) => bytes.byteLength > 100_000)).toEqual([true, true, true, true])
  expect(await fonts()).toBe(found)
})
