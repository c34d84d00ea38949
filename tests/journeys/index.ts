import { deathRegistration } from './1.000656.ts'
import { marriage } from './1.000894.ts'
import { recognition } from './1.001022.ts'
import { birthRegistration } from './1.001193.ts'
import { householdBusiness } from './1.001612.ts'
import { burialSupport } from './1.001731.ts'
import { socialAssistance } from './1.001776.ts'
import { temporaryResidence } from './1.004194.ts'
import { permanentResidence } from './1.004222.ts'
import { maritalStatus } from './1.004873.ts'
import { buildingPermit } from './1.013225.ts'
import { landRegistration } from './1.013978.ts'
import { tobaccoRetail } from './2.000181.ts'

/** The birth registration comes first: it is the one that tests of pages in general walk. */
export const JOURNEYS = [
  birthRegistration,
  deathRegistration,
  marriage,
  recognition,
  householdBusiness,
  burialSupport,
  socialAssistance,
  temporaryResidence,
  permanentResidence,
  maritalStatus,
  buildingPermit,
  landRegistration,
  tobaccoRetail,
] as const
