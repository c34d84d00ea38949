import { readFile, stat } from 'node:fs/promises'
import type { FormVersion } from '../authoring/compat/compare-forms.ts'
import { compileForm } from '../compile/index.ts'
import type { Json, JsonObject, JsonSchema } from '../engine/json.ts'
import { isObject } from '../engine/pointer.ts'
import type { Component } from '../engine/procedure.ts'
import { EXIT, Problem } from './command.ts'
import { readFolder } from './folders.ts'

const refuse = (name: string, vi: string, en: string): never => { throw new Problem(EXIT.input, { vi, en }, { file: name }) }

const notASchema = (name: string): never => refuse(name,
  `"${name}" không phải thư mục thủ tục, cũng không phải kết quả của GET /api/v1/procedures/{mã}/schema (một JSON Schema có properties).`,
  `"${name}" is neither a procedure's folder nor what GET /api/v1/procedures/{code}/schema gave (a JSON Schema with properties).`)

const parse = (name: string, text: string): JsonObject => {
  try {
    const value: Json = JSON.parse(text)
    if (isObject(value)) return value
  } catch { /* said below */ }
  return notASchema(name)
}

/** An author's schema and a published one are compiled alike: what is laid under already changes nothing more. */
const compiled = (name: string, schema: JsonSchema): JsonSchema => {
  if (!isObject(schema['properties'])) return notASchema(name)
  try {
    return compileForm(schema).schema
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refuse(name, `Không đọc được mẫu điện tử "${name}": ${why}. Hãy chạy: dvc lint`, `The form "${name}" cannot be read: ${why}. Run: dvc lint`)
  }
}

const componentsOf = (record: Json | undefined): { readonly components?: readonly Component[] } =>
  (isObject(record) && Array.isArray(record['components']) ? { components: record['components'] as unknown as readonly Component[] } : {})

const fromFolder = async (path: string): Promise<FormVersion> => {
  const { record, schema } = await readFolder(path)
  const broken = [record, schema].find(({ state }) => state === 'broken')
  if (broken) refuse(path, `"${path}/${broken.file}" không phải JSON. Hãy chạy: dvc lint ${path}`, `"${path}/${broken.file}" is no JSON. Run: dvc lint ${path}`)
  if (record.state === 'missing' && schema.state === 'missing') notASchema(path)
  return {
    ...(schema.state === 'read' && { schema: compiled(path, isObject(schema.value) ? schema.value : {}) }),
    ...(record.state === 'read' && componentsOf(record.value)),
  }
}

const fetchText = async (url: string): Promise<string> => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(20_000) }).catch((error: Error) => refuse(url, `Không gọi được ${url}: ${error.message}. Hãy kiểm tra địa chỉ và mạng.`, `${url} could not be reached: ${error.message}. Check the address and the network.`))
  return answer.ok ? answer.text() : refuse(url, `${url} trả lời ${answer.status}. Cần địa chỉ …/api/v1/procedures/{mã}/schema của một thủ tục nộp trực tuyến.`, `${url} answered ${answer.status}. It should be …/api/v1/procedures/{code}/schema of a procedure that is applied for online.`)
}

/** Beside the schema the portal tells the papers. */
const fromPortal = async (url: string): Promise<FormVersion> => {
  const schema = compiled(url, parse(url, await fetchText(url)))
  const record = url.endsWith('/schema') ? parse(url, await fetchText(url.replace(/\/schema$/, ''))) : undefined
  return { schema, ...componentsOf(record) }
}

const fromFile = async (path: string): Promise<FormVersion> => {
  const text = await readFile(path, 'utf8').catch(() => refuse(path, `Không đọc được "${path}".`, `"${path}" cannot be read.`))
  return { schema: compiled(path, parse(path, text)) }
}

/** A version of a form: a procedure's folder, the saved schema of the API, or its address. Throws Problem. */
export const readFormVersion = async (name: string): Promise<FormVersion> => {
  if (/^https?:\/\//.test(name)) return fromPortal(name)
  const found = await stat(name).catch(() => undefined)
  return found?.isDirectory() ? fromFolder(name) : fromFile(name)
}
