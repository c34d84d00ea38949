import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { reasonText } from '../../../forms/documents/draft/guess-words.ts'

const READER = new URL('../../../forms/documents/read/', import.meta.url)
const reasons = readdirSync(READER).flatMap((file) => [...readFileSync(new URL(file, READER), 'utf8').matchAll(/reason: '([^'\\]*)'/g)].map(([, reason = '']) => reason))

it('has Vietnamese for every reason that the reader gives', () => {
  expect(reasons.length).toBeGreaterThan(15)
  expect([...new Set(reasons)].filter((reason) => reasonText(reason, 'vi') === reason)).toEqual([])
})
