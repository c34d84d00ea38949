import { randomBytes } from 'node:crypto'
import type { Role } from './iam.ts'

/** Keys that one function instance signs with, as Lambda hands them out: always with a session token. */
export type Caller = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken: string; readonly role: Role }

/** Fresh keys for a role; they live as long as this process. */
export const issueCaller = (role: Role): Caller => ({
  accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
  secretAccessKey: randomBytes(30).toString('base64url'),
  sessionToken: randomBytes(48).toString('base64url'),
  role,
})
