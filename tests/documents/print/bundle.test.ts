import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FONT_FOLDER, paragraph, run, wordFile } from './word-file.ts'

const ROOT = join(import.meta.dirname, '../../..')
const PRINT = join(ROOT, 'forms/documents/print')

/** As functions/build.ts bundles a function. */
const REQUIRE = "const require=process.getBuiltinModule('node:module').createRequire(import.meta.url);"

const ENTRY = `
import { readFileSync } from 'node:fs'
import { loadFonts } from '${PRINT}/font/load-fonts.ts'
import { printDocument } from '${PRINT}/print-document.ts'
const fonts = await loadFonts('fonts')
process.stdout.write(await printDocument(readFileSync('form.docx'), { title: 'Tờ khai', lang: 'vi', fonts }))
`

describe.each([['with fontkit', {}, 1_000_000], ['without fontkit', { fontkit: join(PRINT, 'font/no-fontkit.ts') }, 400_000]] as const)('a bundle %s', (_, alias, most) => {
  const folder = mkdtempSync(join(tmpdir(), 'print-bundle-'))
  beforeAll(async () => {
    writeFileSync(join(folder, 'entry.ts'), ENTRY)
    mkdirSync(join(folder, 'fonts'))
    for (const face of ['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic']) cpSync(join(FONT_FOLDER, face, `Tinos_${face}.ttf`), join(folder, 'fonts', `Tinos_${face}.ttf`))
    writeFileSync(join(folder, 'form.docx'), wordFile(paragraph(run('Họ và tên: ☒'))))
    await build({
      entryPoints: [join(folder, 'entry.ts')], outfile: join(folder, 'index.mjs'), bundle: true, platform: 'node', target: 'node24', format: 'esm', mainFields: ['module', 'main'],
      alias, banner: { js: REQUIRE }, minify: true, legalComments: 'none', charset: 'utf8', logLevel: 'error', nodePaths: [join(ROOT, 'node_modules')],
    })
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it(`is smaller than ${most / 1000} KB`, () => expect(statSync(join(folder, 'index.mjs')).size).toBeLessThan(most))
  it('prints in a folder without packages', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['index.mjs'], { cwd: folder, maxBuffer: 1e7 })
    expect(stderr.toString()).toBe('')
    expect(status).toBe(0)
    expect(stdout.subarray(0, 8).toString()).toBe('%PDF-1.7')
    expect(stdout.toString('latin1').trimEnd().endsWith('%%EOF')).toBe(true)
  })
})
