import type { Json, Lang } from '../engine/json.ts'
import { EXIT, Problem, type Call, type Command, type Exit, type Outcome } from './command.ts'
import { commandHelp, generalHelp } from './help.ts'
import type { Verb } from './commands.ts'
import { nearest } from './nearest.ts'
import { checkOperands, COMMON, languageOf, parseWords, type Parsed } from './parse-call.ts'

export type World = {
  readonly verbs: readonly Verb[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Does a person watch stderr? */
  readonly watched: boolean
}

const GENERAL: Command = {
  name: '', summary: { vi: '', en: '' }, operands: '', least: 0, most: 0, options: [{ name: 'version', says: { vi: '', en: '' } }], examples: [], run: () => Promise.reject(new Error('not a command')),
}

const callOf = ({ operands, values }: Parsed, lang: Lang, world: World): Call => ({
  operands, lang, env: world.env, json: values['json'] === true,
  value: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
  has: (name) => values[name] === true,
  progress: (text) => { if (world.watched || values['progress'] === true) world.err(text[lang]) },
})

const asJson = (json: Json): string => JSON.stringify(json, null, 2)

const runCommand = async (command: Command, words: readonly string[], world: World): Promise<Outcome> => {
  const parsed = parseWords(words, command)
  const lang = languageOf(parsed.values['lang'], world.env)
  if (parsed.values['help'] === true) return { exit: EXIT.ok, text: commandHelp(command, lang), json: helpFacts(command, lang) }
  checkOperands(parsed.operands, command)
  return command.run(callOf(parsed, lang, world))
}

const helpFacts = ({ name, operands, options }: Command, lang: Lang): Json =>
  ({ command: name, operands, options: [...options, ...COMMON].map(({ name, value, says }) => ({ name, ...(value === undefined ? {} : { value }), says: says[lang] })) })

const noCommand = (name: string, { verbs }: World): Problem => {
  const close = nearest(name, verbs.map((verb) => verb.name))
  return new Problem(EXIT.usage, {
    vi: `Không có lệnh "${name}".${close === undefined ? '' : ` Có phải "${close}"?`} Xem các lệnh: dvc --help`,
    en: `There is no command "${name}".${close === undefined ? '' : ` Did you mean "${close}"?`} See: dvc --help`,
  })
}

const general = async (words: readonly string[], lang: Lang, { verbs }: World): Promise<Outcome> => {
  const { values } = parseWords(words, GENERAL)
  const commands = await Promise.all(verbs.map(({ load }) => load()))
  const help: Outcome = { exit: EXIT.ok, text: generalHelp(commands, lang), json: commands.map((command) => helpFacts(command, lang)) }
  return values['help'] === true ? help : { ...help, exit: EXIT.usage }
}

const tell = (problem: Problem, isJson: boolean, lang: Lang, world: World): Exit => {
  if (isJson) world.out(asJson({ ...problem.facts, problem: problem.text[lang] }))
  else world.err(problem.text[lang])
  return problem.exit
}

/** An error that nobody foresaw is a fault of ours: the trace helps whoever mends it. */
const fault = (error: unknown): Problem => {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return new Problem(EXIT.environment, { vi: `Lỗi của chương trình, không phải của bạn. Xin báo lại kèm dòng sau:\n${trace}`, en: `A fault of this program, not of yours. Please report it with this:\n${trace}` })
}

/** The language as well as it can be known while the words are not yet parsed: a message about them needs one. */
const earlyLanguage = (words: readonly string[], world: World): Lang => {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const asked = at === -1 ? undefined : (words[at]?.split('=')[1] ?? words[at + 1])
  return asked === 'vi' || asked === 'en' ? asked : languageOf(undefined, world.env)
}

const dispatch = async (words: readonly string[], lang: Lang, world: World): Promise<Outcome> => {
  const [name = '', ...rest] = words
  if (name === '' || name.startsWith('-')) return general(words, lang, world)
  const verb = world.verbs.find((one) => one.name === name)
  if (!verb) throw noCommand(name, world)
  return runCommand(await verb.load(), rest, world)
}

/** `dvc` from its words to its exit code; all that it says goes through `world`. */
export const runCli = async (words: readonly string[], world: World): Promise<Exit> => {
  const isJson = words.includes('--json')
  const lang = earlyLanguage(words, world)
  try {
    const { exit, json, text, until } = await dispatch(words, lang, world)
    if (isJson) world.out(asJson(json))
    else if (text !== '') (exit === EXIT.usage ? world.err : world.out)(text)
    await until
    return exit
  } catch (error) {
    return tell(error instanceof Problem ? error : fault(error), isJson, lang, world)
  }
}
