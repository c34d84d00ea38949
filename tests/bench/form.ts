import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answers, JsonObject, JsonSchema } from '../../forms/index.ts'

const ROOT = join(import.meta.dirname, '../..')
const SHARED = join(ROOT, '../shared/data/bench')

/** The form that all contenders draw and check: schema, a valid submission, one with mistakes. */
export type BenchForm = { readonly schema: JsonSchema; readonly valid: Answers; readonly invalid: Answers; readonly source: string }

const readJson = async <Shape>(path: string): Promise<Shape> => JSON.parse(await readFile(path, 'utf8'))

type Example = { readonly answers: Answers }
const richest = (examples: readonly Example[]): Answers =>
  examples.map((example) => example.answers).toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0] ?? {}

/** Our own birth registration, where the reference data is not at hand. Figures then compare within the run only. */
const ownForm = async (): Promise<BenchForm> => {
  const folder = join(ROOT, 'forms/procedures/1.001193')
  const examples = await readJson<{ valid: Example[]; invalid: Example[] }>(join(folder, 'examples.json'))
  const schema = await readJson<JsonSchema>(join(folder, 'form.schema.json'))
  return { schema, valid: richest(examples.valid), invalid: richest(examples.invalid), source: 'forms/procedures/1.001193 (../shared/data/bench is not here)' }
}

/** The 41-field birth form of ../shared/data/bench, so that figures compare with those of the design. */
export const readBenchForm = async (): Promise<BenchForm> => {
  try {
    const [schema, valid, invalid] = await Promise.all([
      readJson<JsonSchema>(join(SHARED, 'birth.2020-12.json')), readJson<Answers>(join(SHARED, 'valid.json')), readJson<Answers>(join(SHARED, 'invalid.json'))])
    return { schema, valid, invalid, source: '41-field birth form of ../shared/data/bench' }
  } catch { return ownForm() }
}

/** The whole form as one section, so that one page of ours holds what one page of the others holds. */
export const asOneSection = (form: BenchForm): BenchForm => {
  const { $schema, $defs, ...body } = form.schema
  const schema: JsonSchema = {
    ...($schema === undefined ? {} : { $schema }), ...($defs === undefined ? {} : { $defs }),
    title: body['title'] ?? '', type: 'object', required: ['form'], properties: { form: body },
  }
  const wrap = (answers: Answers): JsonObject => ({ form: answers })
  return { schema, valid: wrap(form.valid), invalid: wrap(form.invalid), source: form.source }
}
