import type { MetadataJson } from 'libphonenumber-js/core'
import minimal from 'libphonenumber-js/min/metadata'
import vietnam from './vietnam.json' with { type: 'json' }

/**
 * Numbering data: Vietnam in full, which tells whether a number's range is in use; other countries by length and first digits.
 * The full data of all countries is twice as long, and every cold function would read it. vietnam.json is Vietnam's entry of
 * libphonenumber's full data; a test holds it to the installed version.
 */
export const PHONE_METADATA: MetadataJson = { ...minimal, countries: { ...minimal.countries, VN: vietnam as unknown as NonNullable<MetadataJson['countries']['VN']> } }
