import { readFile } from 'node:fs/promises'
import type { Answers, Json } from '../engine/json.ts'
import { isObject } from '../engine/pointer.ts'
import { EXIT, Problem } from './command.ts'

const readText = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => {
  throw new Problem(EXIT.input, { vi: `Không đọc được tệp "${path}".`, en: `The file "${path}" cannot be read.` }, { file: path })
})

const parse = (path: string, text: string): Json => {
  try { return JSON.parse(text) as Json } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Problem(EXIT.input, { vi: `"${path}" không phải JSON đúng: ${reason}`, en: `"${path}" is not JSON: ${reason}` }, { file: path })
  }
}

/** Answers of a JSON file: `{"applicant": {…}}`, or as the API and the examples hold them, `{"answers": {…}}`. Throws Problem. */
export const readAnswers = async (path: string): Promise<Answers> => {
  const value = parse(path, await readText(path))
  const answers = isObject(value) && isObject(value['answers']) ? value['answers'] : value
  if (isObject(answers)) return answers
  throw new Problem(EXIT.input, { vi: `"${path}" phải là một đối tượng JSON gồm các câu trả lời, ví dụ {"applicant": {"fullName": "…"}}.`, en: `"${path}" must be a JSON object of answers, e.g. {"applicant": {"fullName": "…"}}.` }, { file: path })
}
