/** Stands in the bundles for the package bowser, by which the SDK names browsers (34 KB): functions run in none. */
export const parse = (): object => ({})
