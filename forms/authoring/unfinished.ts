import type { Text } from '../engine/json.ts'

/** Stands in a drafted procedure wherever only an author can say what belongs there. */
export const UNFINISHED: Text = { vi: '[Cần bổ sung]', en: '[To be completed]' }
