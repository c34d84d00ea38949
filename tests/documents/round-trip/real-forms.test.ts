import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fillForm } from '../../../forms/documents/fill/fill-form.ts'
import { openPackage } from '../../../forms/documents/package/open-package.ts'
import { parsePart } from '../../../forms/documents/xml/parse-part.ts'
import { checkRoundTrip } from '../../../forms/documents/round-trip/check-round-trip.ts'
import { GOLD } from '../draft/gold-forms.ts'
import { NO_LISTS } from '../fill/hand-form.ts'
import { hasOffice, officeText } from '../fill/open-in-office.ts'
import { trialOf } from './plausible.ts'

const OURS = 'forms/procedures'

const ours = readdirSync(OURS).filter((code) => existsSync(join(OURS, code, 'form.docx'))).map((code) => join(OURS, code, 'form.docx'))
const agencies = existsSync(GOLD) ? readdirSync(GOLD).filter((file) => file.endsWith('.docx')).map((file) => join(GOLD, file)) : []

const read = (path: string): Uint8Array => new Uint8Array(readFileSync(path))

describe('whole Word forms, every hole answered', () => {
  it.each([...ours, ...agencies])('%s says every answer, and nothing else in it changed', (path) => {
    const trial = trialOf(read(path))
    expect(trial.word.holes.length).toBeGreaterThan(5)
    expect(checkRoundTrip({ ...trial, lists: NO_LISTS })).toEqual([])
    const filled = openPackage(fillForm({ ...trial, lists: NO_LISTS }))
    for (const name of filled.names.filter((one) => one.endsWith('.xml'))) expect(parsePart(name, filled.text(name)).name).toBe(name)
  })

  it.skipIf(agencies.length === 0)('are those of the agencies too (skipped where ../shared is not there)', () => {
    expect(agencies.length).toBeGreaterThan(10)
  })

  it.skipIf(!hasOffice)('open in LibreOffice (skipped where it is not installed)', () => {
    for (const path of [...ours, ...agencies].slice(0, 4)) expect(officeText(fillForm({ ...trialOf(read(path)), lists: NO_LISTS }))).toMatch(/Theo giấy tờ|Nguyễn Thị Bích Ngọc/i)
  }, 120_000)
})
