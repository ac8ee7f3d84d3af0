import path from 'node:path'
import { styleText } from 'node:util'
import { CommanderError } from 'commander'
import type { Client, Progress } from '#api'
import { errorText, fill, isLanguage, languageOf, textsFor, type Language } from '#api/i18n'
import { defaultLibraryDirectory, openLibrary, programVersion, type OpenLibrary, type OpenOptions } from '#node/index'
import type { CliCommand, Outcome } from './command'
import { commands } from './commands'
import { cliTextsFor, type CliTexts } from './i18n'
import { createProgram, usageProblem } from './program'

const DEFAULT_COLUMNS = 100
/** How long a command that changes something waits for another process to be done with the library. */
const PATIENCE_MS = 5_000

/** The process around the command line. */
export interface Surroundings {
  environment: NodeJS.ProcessEnv
  stdout: { write(text: string, done: () => void): unknown; isTTY?: boolean; columns?: number }
  stderr: { write(text: string): unknown; isTTY?: boolean }
  signal: AbortSignal
}

/**
 * Carries out one command line, without the program's name.
 * @returns the exit status: 0 done, 1 failed, 2 wrong usage.
 */
export async function run(argv: string[], around: Surroundings): Promise<number> {
  const isJson = argv.includes('--json')
  const language = languageFor(argv, around.environment)
  const words = cliTextsFor(language)
  const note = (line: string) => void around.stderr.write(`${line}\n`)
  const print = (text: string) => new Promise<void>((resolve) => void around.stdout.write(`${text}\n`, resolve))
  const printError = async (error: { code: string; message: string; hint: string }, rest: object = {}) => {
    if (isJson) await print(JSON.stringify({ ...rest, error }, null, 2))
    note([error.message, error.hint].filter((line) => line !== '').join('\n'))
  }

  let status = 0
  const help: string[] = []
  const program = createProgram({
    words, version: await programVersion(), commands, write: (text) => void help.push(text),
    async action(command, args, options) {
      const outcome = await carryOut(command, args, options, { around, language, words, note, isJson, print })
      if (outcome === null) return
      if (outcome.failure === undefined) return print(shown(outcome, isJson))
      status = 1
      if (!isJson) await print(outcome.text)
      await printError(errorText(outcome.failure, language), outcome.json)
    },
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    const problem = error instanceof CommanderError && error.exitCode === 0 ? undefined : usageProblem(error, words)
    if (problem !== undefined) {
      const name = commands.find((command) => argv.includes(command.name))?.name
      const hint = fill(words.usage.seeHelp, { command: ['jingjian', name].filter((part) => part !== undefined).join(' ') })
      await printError({ code: 'WRONG_USAGE', message: problem, hint })
      return 2
    }
    if (!(error instanceof CommanderError)) {
      await printError(errorText(error, language))
      return 1
    }
  }
  if (help.length > 0) await print(help.join('').trimEnd())
  return status
}

interface Setting {
  around: Surroundings
  language: Language
  words: CliTexts
  isJson: boolean
  note(line: string): void
  print(text: string): Promise<void>
}

async function carryOut(
  command: CliCommand, args: string[], options: Record<string, unknown>, { around, language, words, isJson, note, print }: Setting,
): Promise<Outcome | null> {
  const directory = path.resolve(typeof options.library === 'string' ? options.library : defaultLibraryDirectory(around.environment))
  let library: OpenLibrary | undefined
  const open = async (create: OpenOptions['create'] = 'never'): Promise<{ client: Client; library: OpenLibrary }> => {
    library = await openLibrary({
      directory, create, nativeDialogs: false, version: await programVersion(),
      patience: command.isReading?.(options, args) === true ? 0 : PATIENCE_MS,
      waiting: (holder) => note(fill(words.say.waiting, { holder })),
    })
    const { readOnly } = library
    if (readOnly !== null) {
      const { message } = errorText({ code: readOnly.code, data: { holder: readOnly.holder } }, language)
      note(fill(words.say.readOnly, { message }))
    }
    const { recovery } = await library.client.library.status()
    for (const problem of recovery) note(fill(words.say.recovered, { ...problem }))
    return { client: library.client, library }
  }
  try {
    const outcome = await command.run({
      args, options, language, words, texts: textsFor(language), directory, open, note, signal: around.signal,
      columns: around.stdout.columns ?? DEFAULT_COLUMNS,
      emphasise: (text) => (around.stdout.isTTY === true ? styleText('bold', text) : text),
      print: (outcome) => print(shown(outcome, isJson)),
      follow: (stream) => follow(stream, around, words),
      showProgress: (progress) => showProgress(progress, around, words),
    })
    const failure = library?.backupFailure ?? null
    if (failure !== null) note(fill(words.say.noAutomaticBackup, { message: textsFor(language).backupFailures[failure.code] }))
    return outcome
  } finally {
    await library?.close()
  }
}

function shown(outcome: Outcome, isJson: boolean): string {
  return isJson ? JSON.stringify(outcome.json, null, 2) : outcome.text
}

async function follow<Result>(stream: Promise<AsyncIterator<Progress, Result>>, { stderr }: Surroundings, words: CliTexts): Promise<Result> {
  const iterator = await stream
  const isShown = stderr.isTTY === true
  for (;;) {
    const step = await iterator.next()
    if (step.done === true) {
      if (isShown) stderr.write('\r\u001b[K')
      return step.value
    }
    showProgress(step.value, { stderr }, words)
  }
}

function showProgress(progress: Progress, { stderr }: Pick<Surroundings, 'stderr'>, words: CliTexts): void {
  if (stderr.isTTY !== true) return
  const isDone = progress.done === progress.total && progress.label === ''
  stderr.write(isDone ? '\r\u001b[K' : `\r\u001b[K${fill(words.say.stage, { ...progress, stage: words.stages[progress.stage] })}`)
}

/** The language has to be known before the arguments are parsed, since their help and errors are written in it. */
function languageFor(argv: string[], { LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='))
  const asked = at < 0 ? undefined : argv[at]!.includes('=') ? argv[at]!.slice('--lang='.length) : argv[at + 1]
  return isLanguage(asked) ? asked : languageOf(LC_ALL || LC_MESSAGES || LANG)
}
