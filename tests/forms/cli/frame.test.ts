import { describe, expect, it } from 'vitest'
import { EXIT, Problem, type Command } from '../../../forms/cli/command.ts'
import { VERBS } from '../../../forms/cli/commands.ts'
import { nearest } from '../../../forms/cli/nearest.ts'
import { runCli } from '../../../forms/cli/run-cli.ts'

const echo: Command = {
  name: 'echo', operands: 'WORD [MORE]', least: 1, most: 2, summary: { vi: 'nhắc lại', en: 'say again' },
  options: [{ name: 'loud', says: { vi: 'to', en: 'loud' } }, { name: 'output', short: 'o', value: 'FILE', says: { vi: 'tệp', en: 'file' } }],
  examples: [{ line: 'dvc echo a', says: { vi: 'một từ', en: 'one word' } }],
  run: async ({ operands, value, has, lang, progress }) => {
    progress({ vi: 'đang làm', en: 'working' })
    if (operands[0] === 'bad') throw new Problem(EXIT.input, { vi: 'sai', en: 'wrong' }, { word: 'bad' })
    if (operands[0] === 'bug') throw new TypeError('oh')
    return { exit: EXIT.ok, json: { operands: [...operands], loud: has('loud'), output: value('output') ?? null }, text: `${lang} ${operands.join(' ')}` }
  },
}

const LOADED = await Promise.all(VERBS.map(({ load }) => load()))

const run = async (words: readonly string[], env: Readonly<Record<string, string>> = {}, watched = false) => {
  const said = { out: '', err: '' }
  const exit = await runCli(words, { verbs: [{ name: 'echo', load: () => Promise.resolve(echo) }], env, watched, out: (text) => { said.out += text }, err: (text) => { said.err += text } })
  return { exit, ...said }
}

describe('dvc', () => {
  it('runs a command with its operands and options, in any order, and tells text or JSON', async () => {
    expect(await run(['echo', 'a', 'b'])).toEqual({ exit: 0, out: 'vi a b', err: '' })
    expect(JSON.parse((await run(['echo', '--json', '-o', 'x', 'a', '--loud'])).out)).toEqual({ operands: ['a'], loud: true, output: 'x' })
    expect(JSON.parse((await run(['echo', '--output=x=y', '--json', '--', '--loud'])).out)).toEqual({ operands: ['--loud'], loud: false, output: 'x=y' })
  })
  it.each([[{}, 'vi'], [{ LANG: 'C.UTF-8' }, 'vi'], [{ LANG: 'en_GB.UTF-8' }, 'en'], [{ LC_ALL: 'vi_VN', LANG: 'en_GB' }, 'vi'], [{ LC_ALL: '', LANG: 'en' }, 'en']])('speaks by the locale %j: %s', async (env, lang) => {
    expect((await run(['echo', 'a'], env)).out).toBe(`${lang} a`)
  })
  it('speaks as --lang asks, and refuses a language that it does not have', async () => {
    expect((await run(['echo', 'a', '--lang', 'en'])).out).toBe('en a')
    expect(await run(['echo', 'a', '--lang=fr'])).toMatchObject({ exit: 2, err: expect.stringContaining('--lang') })
  })
  it.each([
    [['echo', 'a', '--lowd'], 'Did you mean --loud?'], [['echo', 'a', '-x'], '-x'], [['echo', 'a', '--output'], '--output FILE'], [['echo', 'a', '--loud=1'], 'takes no value'],
    [['echo'], 'echo WORD [MORE]'], [['echo', 'a', 'b', 'c'], '"c"'], [['ehco', 'a'], 'Did you mean "echo"?'], [['nothing-like-it'], 'no command "nothing-like-it"'], [['--nonsense'], '--nonsense'],
  ])('answers %j with what is wrong and exit code 2', async (words, sentence) => {
    const { exit, out, err } = await run(words, { LANG: 'en' })
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain(sentence)
  })
  it('tells a problem on stderr, or as JSON with its facts, with the problem\'s exit code', async () => {
    expect(await run(['echo', 'bad'])).toEqual({ exit: 1, out: '', err: 'sai' })
    expect(JSON.parse((await run(['echo', 'bad', '--json', '--lang', 'en'])).out)).toEqual({ problem: 'wrong', word: 'bad' })
  })
  it('owns up to its own faults, with the trace', async () => {
    expect(await run(['echo', 'bug'], { LANG: 'en' })).toMatchObject({ exit: 3, err: expect.stringMatching(/not of yours[\s\S]*TypeError: oh/) })
  })
  it('tells progress only where somebody watches or asks', async () => {
    expect((await run(['echo', 'a'])).err).toBe('')
    expect((await run(['echo', 'a'], {}, true)).err).toBe('đang làm')
    expect((await run(['echo', 'a', '--progress'])).err).toBe('đang làm')
  })
  it('helps: in general, and for a command with its examples', async () => {
    expect(await run(['--help'])).toMatchObject({ exit: 0, out: expect.stringContaining('echo WORD [MORE]') })
    expect(await run([])).toMatchObject({ exit: 2, err: expect.stringContaining('echo WORD [MORE]') })
    expect(await run(['echo', '--help', '--lang', 'en'])).toMatchObject({ exit: 0, out: expect.stringMatching(/-o, --output FILE[\s\S]*dvc echo a {2}one word/) })
    expect(JSON.parse((await run(['--help', '--json'])).out)[0]).toMatchObject({ command: 'echo', options: expect.arrayContaining([expect.objectContaining({ name: 'json' })]) })
  })
})

describe('every command of dvc', () => {
  it.each(LOADED.map((command) => [command.name, command] as const))('%s has both languages and an example', (name, command) => {
    for (const text of [command.summary, ...command.options.map(({ says }) => says), ...command.examples.map(({ says }) => says)]) expect([text.vi.length > 0, text.en.length > 0]).toEqual([true, true])
    expect(command.examples.filter(({ line }) => line.includes(`dvc ${name}`)).length).toBeGreaterThan(0)
  })
  it('has a name of its own, and is loaded by it', () => { expect(LOADED.map(({ name }) => name)).toEqual([...new Set(VERBS.map(({ name }) => name))]) })
})

describe('the nearest word', () => {
  it.each([['lnit', 'lint'], ['imp', 'import'], ['publsih', 'publish'], ['zzzzzz', undefined], ['', undefined]])('for %s is %s', (word, known) => { expect(nearest(word, ['lint', 'import', 'publish'])).toBe(known) })
})
