import type { Outcome } from './lambda.ts'

/** Runs a function by its name or ARN (a version's number behind it is ignored). */
export type Invoke = (functionNameOrArn: string, event: string) => Promise<Outcome>

/** Says something to whoever watches the host. Never a body. */
export type Told = (sentence: string) => void
