import type { Command } from './command.ts'

/** A verb of `dvc` by its name; what it needs (compiler, reader, PDF writer) is loaded with it and not before. */
export type Verb = { readonly name: string; readonly load: () => Promise<Command> }

/** The verbs of `dvc`, in the order of an author's work, then the operator's and the integrator's. A new one is a file in commands/ and a line here. */
export const VERBS: readonly Verb[] = [
  { name: 'import', load: async () => (await import('./commands/import.ts')).importCommand },
  { name: 'edit', load: async () => (await import('./commands/edit.ts')).edit },
  { name: 'examples', load: async () => (await import('./commands/examples.ts')).examples },
  { name: 'lint', load: async () => (await import('./commands/lint.ts')).lint },
  { name: 'preview', load: async () => (await import('./commands/preview.ts')).preview },
  { name: 'publish', load: async () => (await import('./commands/publish.ts')).publish },
  { name: 'fill', load: async () => (await import('./commands/fill.ts')).fill },
  { name: 'diff', load: async () => (await import('./commands/diff.ts')).diff },
  { name: 'import-catalogue', load: async () => (await import('./commands/import-catalogue.ts')).importCatalogue },
  { name: 'integrator', load: async () => (await import('./commands/integrator.ts')).integrator },
  { name: 'sandbox', load: async () => (await import('./commands/sandbox.ts')).sandbox },
  { name: 'verify', load: async () => (await import('./commands/verify.ts')).verify },
  { name: 'compat', load: async () => (await import('./commands/compat.ts')).compat },
]
