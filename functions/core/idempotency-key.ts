import { refuseValue } from './errors.ts'

/** The key as it may be: 8 to 255 visible ASCII characters. Refuses any other, and says what it should be. */
export const checkedKey = (key: string): string => {
  if (/^[\x21-\x7e]{8,255}$/.test(key)) return key
  return refuseValue('Idempotency-Key', '8-255 ASCII (UUID…)')
}
