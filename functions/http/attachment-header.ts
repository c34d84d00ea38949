import { foldText } from '../../forms/engine/fold.ts'

/** Both names of RFC 6266: plain ASCII for old programs, UTF-8 for the rest. Long titles are cut: file systems take 255 bytes. */
export const attachmentHeader = (fileName: string): string => {
  const [, stem = '', extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,5})?$/s.exec(fileName) ?? []
  const name = stem.replace(/[\p{C}\s\\/:*?"<>|]+/gu, ' ').replace(/\.{2,}/g, '.').trim().slice(0, 80).trim() || 'tep'
  const ascii = foldText(name).replace(/[^a-z0-9.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '') || 'tep'
  return `attachment; filename="${ascii}${extension}"; filename*=UTF-8''${encodeURIComponent(name + extension).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`
}
