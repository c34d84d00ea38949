import { S3Error, denied } from './errors.ts'

type Fields = Readonly<Record<string, string>>

/** Fields that carry the policy itself and need no condition. */
const EXEMPT = new Set(['policy', 'x-amz-signature', 'file'])

const refused = (condition: unknown): S3Error => denied(`Invalid according to Policy: Policy Condition failed: ${JSON.stringify(condition)}`)

type Policy = { readonly expiration?: string; readonly conditions?: readonly unknown[] }

const readPolicy = (encoded: string): Policy => {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'))
  } catch {
    throw new S3Error('InvalidPolicyDocument', 400, 'The policy is not JSON in base64.')
  }
}

/** `{"acl": "private"}` is `["eq", "$acl", "private"]`. */
const normalise = (condition: unknown): readonly unknown[] => {
  if (Array.isArray(condition)) return condition
  const [entry] = Object.entries(condition ?? {})
  return entry === undefined ? [] : ['eq', `$${entry[0]}`, entry[1]]
}

const checkOne = (condition: readonly unknown[], fields: Fields, size: number): string | undefined => {
  const [operator, subject, value] = condition
  const verb = String(operator).toLowerCase()
  if (verb === 'content-length-range') {
    if (size < Number(subject)) throw new S3Error('EntityTooSmall', 400, 'Your proposed upload is smaller than the minimum allowed size')
    if (size > Number(value)) throw new S3Error('EntityTooLarge', 400, 'Your proposed upload exceeds the maximum allowed size')
    return undefined
  }
  const name = String(subject).replace(/^\$/, '').toLowerCase()
  const given = fields[name] ?? ''
  const met = verb === 'eq' ? given === String(value) : verb === 'starts-with' ? given.startsWith(String(value)) : false
  if (!met) throw refused(condition)
  return name
}

/** Judges a form post by its (already authenticated) policy: expiry, every condition, and no field that none allows. */
export const checkPolicy = (fields: Fields, bucket: string, size: number, now: Date): void => {
  const policy = readPolicy(fields['policy'] ?? '')
  if (!(Date.parse(policy.expiration ?? '') > now.getTime())) throw denied('Invalid according to Policy: Policy expired.')
  const all: Fields = { ...fields, bucket }
  const allowed = new Set((policy.conditions ?? []).map((condition) => checkOne(normalise(condition), all, size)))
  const extra = Object.keys(fields).find((name) => !EXEMPT.has(name) && !name.startsWith('x-ignore-') && !allowed.has(name))
  if (extra !== undefined) throw denied(`Invalid according to Policy: Extra input fields: ${extra}`)
}
