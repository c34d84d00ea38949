import { installPeers } from './peers.ts'
import { markdownTable, type Row } from './table.ts'

/**
 * `npm run bench [-- section…]`: the budgets of the design, measured as ratios within one run, beside the other form engines on
 * the same form. Ends with a Markdown table; exit code 1 where a target is missed.
 */
type Section = { readonly name: string; readonly needsPeers?: boolean; readonly run: () => Promise<readonly Row[]> }

// Loaded only when asked for: one section that cannot load does not take the others with it.
const SECTIONS: readonly Section[] = [
  { name: 'render', needsPeers: true, run: async () => (await import('./render.ts')).benchRender() },
  { name: 'validate', run: async () => (await import('./validate.ts')).benchValidate() },
  { name: 'cold', run: async () => (await import('./cold-start.ts')).benchColdStart() },
  { name: 'modules', run: async () => (await import('./modules.ts')).benchModules() },
  { name: 'weight', run: async () => (await import('./weight.ts')).benchWeight() },
  { name: 'interactive', needsPeers: true, run: async () => (await import('./interactive.ts')).benchInteractive() },
  { name: 'embed', needsPeers: true, run: async () => (await import('./embed.ts')).benchEmbed() },
  { name: 'submit', run: async () => (await import('./submit.ts')).benchSubmit() },
  { name: 'catalogue', run: async () => (await import('./catalogue.ts')).benchCatalogue() },
  { name: 'documents', run: async () => [...await (await import('./documents.ts')).benchDocuments(), ...(await import('./documents-fill.ts')).benchFilling()] },
  { name: 'printing', needsPeers: true, run: async () => (await import('./documents-print.ts')).benchPrinting() },
  { name: 'writes', run: async () => (await import('./writes.ts')).benchWrites() },
]

const failure = (section: string, error: unknown): Row =>
  ({ section, what: `section ${section}`, target: 'runs', measured: error instanceof Error ? error.message.split('\n')[0] ?? 'failed' : 'failed', ok: false })

const take = async (section: Section): Promise<readonly Row[]> => {
  console.log(`- ${section.name} …`)
  try { return await section.run() } catch (error) {
    console.error(error)
    return [failure(section.name, error)]
  }
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !SECTIONS.some((section) => section.name === name))
if (unknown.length > 0) {
  console.error(`no such section: ${unknown.join(', ')}; there are ${SECTIONS.map((section) => section.name).join(', ')}`)
  process.exit(2)
}
const chosen = SECTIONS.filter((section) => asked.length === 0 || asked.includes(section.name))
if (chosen.some((section) => section.needsPeers)) await installPeers()
const rows: Row[] = []
for (const section of chosen) rows.push(...await take(section))
console.log(`\nNode ${process.version}, ${process.platform} ${process.arch}; one run; rates by processor time.\n\n${markdownTable(rows, 'npm run bench --')}`)
const missed = rows.filter((row) => row.ok === false)
if (missed.length > 0) console.log(`\nmissed: ${missed.map((row) => row.what).join('; ')}`)
process.exitCode = missed.length === 0 ? 0 : 1
