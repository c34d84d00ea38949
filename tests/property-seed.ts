import * as fc from 'fast-check'

/**
 * Properties are tried on the same cases in every run, so that a change is judged by what it changed; another walk through
 * the cases is `FC_SEED=1 npx vitest run …`, and a case that it finds becomes an example of its own.
 */
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20261124) })
