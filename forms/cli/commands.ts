import type { Command } from './command.ts'
import { compat } from './commands/compat.ts'
import { diff } from './commands/diff.ts'
import { edit } from './commands/edit.ts'
import { examples } from './commands/examples.ts'
import { fill } from './commands/fill.ts'
import { importCatalogue } from './commands/import-catalogue.ts'
import { importCommand } from './commands/import.ts'
import { integrator } from './commands/integrator.ts'
import { lint } from './commands/lint.ts'
import { preview } from './commands/preview.ts'
import { publish } from './commands/publish.ts'
import { sandbox } from './commands/sandbox.ts'
import { verify } from './commands/verify.ts'

/** The verbs of `dvc`, in the order of an author's work, then the operator's and the integrator's. A new one is a file in commands/ and a line here. */
export const COMMANDS: readonly Command[] = [importCommand, edit, examples, lint, preview, publish, fill, diff, importCatalogue, integrator, sandbox, verify, compat]
