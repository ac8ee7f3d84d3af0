import type { Command } from 'commander'
import type { Client, Progress } from '#api'
import type { Language, Texts } from '#api/i18n'
import type { OpenLibrary, OpenOptions } from '#node/index'
import type { CliTexts } from './i18n'

export type CommandName = keyof CliTexts['commands']

/** What a command works with. */
export interface Invocation {
  args: string[]
  options: Record<string, unknown>
  language: Language
  words: CliTexts
  texts: Texts
  /** Where the library lies. */
  directory: string
  /** Columns of the terminal. */
  columns: number
  /** Marks words that were found; plain where the output is no terminal. */
  emphasise(text: string): string
  /** Opens the library; the runner closes it. */
  open(create?: OpenOptions['create']): Promise<{ client: Client; library: OpenLibrary }>
  /** Prints a result before the command ends. */
  print(outcome: Outcome): Promise<void>
  /** A line for the user that is not part of the result. */
  note(line: string): void
  /** Shows how far a long method is, and gives its result. */
  follow<Result>(stream: Promise<AsyncIterator<Progress, Result>>): Promise<Result>
  /** Shows how far something long is that gives no stream. */
  showProgress(progress: Progress): void
  /** Aborted by Ctrl+C. */
  signal: AbortSignal
}

export interface Outcome {
  /** The one document that `--json` prints. */
  json: object
  /** What a person reads instead. */
  text: string
  /** The command was carried out and the result is a failure. */
  failure?: unknown
}

/** One command of the command line: its words after the name, and what it does. */
export interface CliCommand {
  name: CommandName
  declare(command: Command, words: CliTexts): void
  /** Whether it changes nothing with these options and arguments, so that it need not wait for a process that writes the library. */
  isReading?(options: Record<string, unknown>, args: string[]): boolean
  /** Null where everything was printed already. */
  run(invocation: Invocation): Promise<Outcome | null>
}

/** The command line itself is wrong; exit status 2. */
export class UsageError extends Error {}
