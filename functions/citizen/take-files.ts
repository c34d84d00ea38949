import { translate, type Issue } from '../../forms/index.ts'
import type { FormFile } from '../core/attach-file.ts'
import { AppError, errorEntry } from '../core/errors.ts'
import { LIMITS, type UploadedFile } from '../http/limits.ts'

/** One file after another, by `take`: a refused one does not cost the others. What was refused comes back as issues of its papers. */
export const takeFiles = async (files: readonly UploadedFile[], take: (file: FormFile) => Promise<unknown>): Promise<readonly Issue[]> => {
  const issues: Issue[] = []
  for (const file of files) {
    const component = file.name.replace(/^file\./, '')
    try {
      if (file.cut) throw new AppError('file-too-large-here', { limit: LIMITS.fileBytes / 1_048_576 })
      await take({ component, fileName: file.fileName, type: file.type, body: file.bytes })
    } catch (error) {
      if (!(error instanceof AppError) || !error.code.startsWith('file-')) throw error
      issues.push(fileIssue(component, file.fileName, error))
    }
  }
  return issues
}

/** A refusal of a file as an issue of its paper, in both languages, with the file's name. */
const fileIssue = (component: string, fileName: string, { code, params }: AppError): Issue => {
  const sentence = (lang: 'vi' | 'en'): string => `${fileName}: ${translate(errorEntry(code).message, lang, params)}`
  return { pointer: `/papers/${component}`, code: 'invalid', params: {}, text: { vi: sentence('vi'), en: sentence('en') } }
}
