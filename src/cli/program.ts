import { Command, CommanderError, Option } from 'commander'
import { fill, languages } from '#api/i18n'
import { UsageError, type CliCommand } from './command'
import type { CliTexts } from './i18n'

export type Action = (command: CliCommand, args: string[], options: Record<string, unknown>) => Promise<void>

export interface ProgramOptions {
  words: CliTexts
  version: string
  commands: CliCommand[]
  /** Help and version go here. */
  write(text: string): void
  action: Action
}

/** The grammar of the command line, with its help in the user's language. */
export function createProgram({ words, version, commands, write, action }: ProgramOptions): Command {
  const titles: Record<string, string> = {
    'Usage:': words.titles.usage, 'Arguments:': words.titles.arguments, 'Options:': words.titles.options, 'Commands:': words.titles.commands,
  }
  const prepare = (command: Command) => command
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: () => undefined })
    .configureHelp({ styleTitle: (title) => titles[title] ?? title, optionDescription: (option) => option.description })
    .helpOption('-h, --help', words.options.help)
    .helpCommand(false)
    .option('--library <dir>', words.options.library)
    .option('--json', words.options.json)
    .addOption(new Option('--lang <language>', words.options.lang).choices(languages))
  const program = prepare(new Command('jingjian'))
    .description(words.program)
    .version(version, '-V, --version', words.options.version)
    .allowExcessArguments()
    .action(() => {
      if (program.args.length > 0) throw new CommanderError(2, 'commander.unknownCommand', program.args[0]!)
      program.outputHelp()
    })
  for (const command of commands) {
    const sub = prepare(program.command(command.name)).allowExcessArguments(false).description(words.commands[command.name])
    command.declare(sub, words)
    sub.action(() => action(command, sub.args, sub.optsWithGlobals()))
  }
  return program
}

/** What is wrong with the command line, in the user's words; undefined where the error is none of the grammar's. */
export function usageProblem(error: unknown, words: CliTexts): string | undefined {
  if (error instanceof UsageError) return error.message
  if (!(error instanceof CommanderError)) return undefined
  // The message quotes what is wrong last, behind the option or argument it was given for.
  const value = [...error.message.matchAll(/'([^']*)'/gu)].at(-1)?.[1] ?? error.message
  switch (error.code) {
    case 'commander.unknownCommand': return words.usage.unknownCommand
    case 'commander.unknownOption': return fill(words.usage.unknownOption, { value })
    case 'commander.missingArgument': return fill(words.usage.missingArgument, { value })
    case 'commander.missingMandatoryOptionValue': return fill(words.usage.missingOption, { value })
    case 'commander.optionMissingArgument': return fill(words.usage.missingValue, { value })
    case 'commander.excessArguments': return words.usage.excessArguments
    default: {
      // Of an argument the value comes first, and its name last.
      const [, given = value] = /^error: command-argument value '([^']*)'/u.exec(error.message) ?? []
      const [, choices] = /Allowed choices are (.*)\.$/u.exec(error.message) ?? []
      return choices === undefined ? fill(words.usage.badValue, { value: given }) : fill(words.usage.badChoice, { value: given, choices })
    }
  }
}
