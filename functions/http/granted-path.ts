import type { FileGrant } from '../core/file-grant.ts'
import type { Request } from './request.ts'

const asQuery = ({ until, seal }: FileGrant): string => String(new URLSearchParams({ han: until, ky: seal }))

/** The grant that such an address carries. */
export const readGrant = ({ query }: Request): FileGrant | undefined => {
  const { han: until, ky: seal } = query
  return until === undefined || seal === undefined ? undefined : { until, seal }
}

/** Address of the filled form for who was given a grant; the function `paper` writes it. */
export const grantedFormPath = (dossier: string, as: 'docx' | 'pdf', grant: FileGrant): string => `/ho-so/${dossier}/to-khai.${as}?${asQuery(grant)}`

/** Address of a file for who was given a grant; the page `file` reads it. */
export const grantedPath = (dossier: string, file: string, grant: FileGrant): string => `/ho-so/${dossier}/tep/${file}?${asQuery(grant)}`
