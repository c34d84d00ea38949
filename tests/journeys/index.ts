import { birthRegistration } from './1.001193.ts'
import { householdBusiness } from './1.001612.ts'
import { tobaccoRetail } from './2.000181.ts'

export const JOURNEYS = [birthRegistration, householdBusiness, tobaccoRetail] as const
