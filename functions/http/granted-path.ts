import type { FileGrant } from '../core/file-grant.ts'

/** Address of a file for who was given a grant; the page `file` reads it. */
export const grantedPath = (dossier: string, file: string, { until, seal }: FileGrant): string =>
  `/ho-so/${dossier}/tep/${file}?${new URLSearchParams({ han: until, ky: seal })}`
