import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateSource } from 'oazapfts'
import type { Json, JsonObject } from '../../../forms/index.ts'

/** What a caller needs beside the calls: `ok(call)` gives the data or throws `HttpError`, `handle` tells the statuses apart. */
const MORE = "export { handle, HttpError, ok } from '@oazapfts/runtime'\n"

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

const mapValues = (object: Json | undefined, map: (value: JsonObject) => JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(isObject(object) ? object : {}).map(([name, value]) => [name, isObject(value) ? map(value) : value]))

const givesFile = ({ responses }: JsonObject): boolean => JSON.stringify(responses).includes('"format":"binary"')

/** The generator reads every answer of a call in one way, as JSON where a single one is: of a call that gives a file all are read as files, and its problems are statuses alone. */
const readAsFile = (operation: JsonObject): JsonObject => ({
  ...operation,
  responses: mapValues(operation['responses'], ({ content, ...rest }) => (JSON.stringify(content ?? {}).includes('binary') ? { ...rest, content: content ?? {} } : rest)),
})

const forGenerator = (document: JsonObject): JsonObject =>
  ({ ...document, paths: mapValues(document['paths'], (verbs) => mapValues(verbs, (operation) => (givesFile(operation) ? readAsFile(operation) : operation))) })

/** OpenAPI document -> TypeScript source of the client: one function a call, one type a schema. */
export const generateClientSource = async (document: JsonObject): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'dvc-client-'))
  try {
    const file = join(folder, 'openapi.json')
    await writeFile(file, JSON.stringify(forGenerator(document)))
    return await generateSource(file) + MORE
  } finally { await rm(folder, { recursive: true, force: true }) }
}
