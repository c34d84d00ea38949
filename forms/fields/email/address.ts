/**
 * An address that mail can be sent to: one @, a local part of printable ASCII without quotes, a domain with a dot whose
 * labels have letters, digits and hyphens (RFC 5321 §4.1.2 without the forms that no provider gives out).
 */
export const isEmail = (text: string): boolean => {
  const [local = '', domain = '', ...rest] = text.split('@')
  if (rest.length > 0 || text.length > 254 || local.length > 64) return false
  if (!/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/.test(local)) return false
  return /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/.test(domain)
}
