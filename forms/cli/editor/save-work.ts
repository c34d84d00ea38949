import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkForm } from '../../authoring/check-form.ts'
import { FILES } from '../../authoring/finding.ts'
import type { Work } from '../../authoring/edit/work.ts'
import { renewExamples } from '../../documents/draft/renew-examples.ts'
import type { RuleContext } from '../../engine/form-model.ts'
import type { Json } from '../../engine/json.ts'
import { readReport, REPORT, type Desk } from './desk.ts'

/** Whole or not at all: a file that is half written is no procedure. */
const write = async (dir: string, name: string, value: unknown): Promise<void> => {
  const path = join(dir, name)
  await writeFile(`${path}.part`, `${JSON.stringify(value, null, 2)}\n`)
  await rename(`${path}.part`, path)
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Examples follow the form, where it is whole enough to try them. */
const renewed = ({ source }: Desk, { schema }: Work, context: RuleContext): Json | undefined => {
  if (source.examples.state === 'broken' || checkForm(schema).findings.some(({ severity }) => severity === 'error')) return undefined
  return JSON.parse(JSON.stringify(renewExamples(schema, source.examples.state === 'read' ? source.examples.value : {}, context).examples))
}

/** Writes what has changed; the files that have not keep their bytes. Without a paper there is nothing to map. */
export const saveWork = async (desk: Desk, work: Work, context: RuleContext): Promise<void> => {
  const { dir, work: before } = desk
  if (!isSame(before.record, work.record)) await write(dir, FILES.record, work.record)
  if (desk.source.wordForm && !isSame(before.map, work.map)) await write(dir, FILES.map, work.map)
  if (isSame(before.schema, work.schema)) return
  await write(dir, FILES.schema, work.schema)
  const examples = renewed(desk, work, context)
  if (examples !== undefined) await write(dir, FILES.examples, examples)
}

/** What was looked at and saved is decided: the report keeps that beside its proposals. */
export const markDecided = async ({ dir }: Desk, pointer: string): Promise<void> => {
  const report = await readReport(dir)
  const decided = Array.isArray(report['decided']) ? report['decided'] : []
  if (report['proposals'] !== undefined && !decided.includes(pointer)) await write(dir, REPORT, { ...report, decided: [...decided, pointer] })
}
