import { ENV } from '../http/env.ts'

/** One line of JSON a happening. Ids and states only: never an answer, never a file's name. */
export type Log = (entry: Readonly<Record<string, unknown>>) => void

export const log: Log = (entry) => { process.stdout.write(`${JSON.stringify(entry)}\n`) }

/** A setting that a job cannot do without, by its name in ENV. Jobs are wired apart from pages: a relay must not load S3. */
export const setting = (name: keyof typeof ENV): string => {
  const value = process.env[ENV[name]]
  if (!value) throw new Error(`${ENV[name]} is not set`)
  return value
}

/** Set by the local host (infra/local) and by nothing in the cloud: the template does not know it. */
export const isOwnMachine = (): boolean => process.env['DVC_OWN_MACHINE'] === 'yes'

/** Makes a value on first use and keeps it for the life of the container: a bundle can be loaded without its environment. */
export const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

/** What a log may say of an error: its name and message, without the answers that a cause might quote. */
export const errorFacts = (error: unknown): { readonly error: string } =>
  ({ error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' })
