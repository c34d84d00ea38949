import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { loadFonts } from '../../forms/documents/print/font/load-fonts.ts'
import { textOf } from '../../forms/documents/print/layout/find-heading.ts'
import { printDocument } from '../../forms/documents/print/print-document.ts'
import { openParts } from '../../forms/documents/print/read/open-parts.ts'
import { readPrintedText } from '../../forms/documents/print/read/read-blocks.ts'
import { compareProcesses } from './processes.ts'
import { median } from './statistics.ts'
import { kilobytes, times, type Row } from './table.ts'

const ROOT = join(import.meta.dirname, '../..')
const PEERS = join(import.meta.dirname, 'peers')
const OUT = join(ROOT, '.build/bench/print')
const FONT_FOLDER = join(ROOT, 'node_modules/@expo-google-fonts/tinos')
const FORM = join(ROOT, 'forms/procedures/1.001193/form.docx')

/** Ours does the whole work, reads and lays out the form and tags it, and may take a third longer than the others' least. */
const MOST = 1.33

type Print = () => Promise<Uint8Array>

const REQUIRE = "const require=process.getBuiltinModule('node:module').createRequire(import.meta.url);import{fileURLToPath as __f}from'node:url';import{dirname as __d}from'node:path';const __filename=__f(import.meta.url),__dirname=__d(__filename);"

const bundle = async (name: string, source: string, alias: Readonly<Record<string, string>> = {}): Promise<string> => {
  const [entry, outfile] = [join(OUT, `${name}.entry.mjs`), join(OUT, `${name}.mjs`)]
  await writeFile(entry, source)
  await build({
    entryPoints: [entry], outfile, bundle: true, minify: true, platform: 'node', target: 'node24', format: 'esm', mainFields: ['module', 'main'], legalComments: 'none', logLevel: 'error',
    alias, nodePaths: [join(PEERS, 'node_modules'), join(ROOT, 'node_modules')], banner: { js: REQUIRE },
  })
  return outfile
}

const paragraphsOf = (docx: Uint8Array): readonly string[] =>
  readPrintedText(openParts(docx)).sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'paragraph' ? [textOf(block)] : [])))

/** Milliseconds of processor time a document, as medians of interleaved rounds. */
const compareWarm = async (contenders: Readonly<Record<string, Print>>, rounds = 15, each = 10): Promise<Readonly<Record<string, number>>> => {
  const samples = new Map<string, number[]>(Object.keys(contenders).map((name) => [name, []]))
  for (let round = -2; round < rounds; round += 1) {
    for (const [name, print] of Object.entries(contenders)) {
      const began = process.cpuUsage()
      for (let i = 0; i < each; i += 1) await print()
      const { user, system } = process.cpuUsage(began)
      if (round >= 0) samples.get(name)?.push((user + system) / 1000 / each)
    }
  }
  return Object.fromEntries([...samples].map(([name, values]) => [name, median(values)]))
}

const coldOurs = `
import { readFileSync } from 'node:fs'
import { loadFonts } from '${join(ROOT, 'forms/documents/print/font/load-fonts.ts')}'
import { printDocument } from '${join(ROOT, 'forms/documents/print/print-document.ts')}'
await printDocument(readFileSync('${FORM}'), { title: 'Tờ khai', lang: 'vi', fonts: await loadFonts('${FONT_FOLDER}') })
`
const coldPeer = (paragraphs: readonly string[]): string => `
import { printParagraphs } from '${join(PEERS, 'server/pdfmake.mjs')}'
await printParagraphs(${JSON.stringify(paragraphs)}, '${FONT_FOLDER}')
`

const row = (what: string, ours: number, theirs: number): Row => ({
  section: 'printing', what, target: `<= ${MOST}x`, measured: `${times(ours / theirs)} (${ours.toFixed(1)} against ${theirs.toFixed(1)} ms)`, ok: ours / theirs <= MOST,
})

/** The two-page birth form, from .docx to tagged PDF, beside pdfmake's plain paragraphs of the same words. */
export const benchPrinting = async (): Promise<readonly Row[]> => {
  await mkdir(OUT, { recursive: true })
  const docx = await readFile(FORM)
  const [fonts, paragraphs] = [await loadFonts(FONT_FOLDER), paragraphsOf(docx)]
  const peer = await bundle('pdfmake', `export { printParagraphs } from '${join(PEERS, 'server/pdfmake.mjs')}'`)
  const { printParagraphs }: { readonly printParagraphs: (paragraphs: readonly string[], folder: string) => Promise<Uint8Array> } = await import(pathToFileURL(peer).href)
  const prints: Readonly<Record<string, Print>> = { ours: () => printDocument(docx, { title: 'Tờ khai', lang: 'vi', fonts }), pdfmake: () => printParagraphs(paragraphs, FONT_FOLDER) }
  const sizes = await Promise.all(Object.entries(prints).map(async ([name, print]) => `${name} ${kilobytes((await print()).length)}`))
  console.log(`printing: ${paragraphs.length} paragraphs; ${sizes.join(', ')}`)
  const { ours: warm = 0, pdfmake: warmPeer = 0 } = await compareWarm(prints)
  const own = await bundle('ours', coldOurs, { fontkit: join(ROOT, 'forms/documents/print/font/no-fontkit.ts') })
  const files = { empty: await bundle('empty', ''), ours: own, pdfmake: await bundle('pdfmake-cold', coldPeer(paragraphs)) }
  const { empty = 0, ours = 0, pdfmake = 0 } = await compareProcesses(Object.fromEntries(Object.entries(files).map(([name, file]) => [name, [file]])))
  return [
    row('print the two-page birth form from .docx, tagged and laid out, against the same words as plain paragraphs of pdfmake (processor time)', warm, warmPeer),
    row('the same from process start to the first document, over an empty process', ours - empty, pdfmake - empty),
    { section: 'printing', what: 'bundle of the printing alone, without fonts', target: '', measured: kilobytes((await stat(own)).size) },
  ]
}
