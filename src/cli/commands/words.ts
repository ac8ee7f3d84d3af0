import { fill } from '#api/i18n'
import { UsageError, type CliCommand } from '../command'

export const dictionary: CliCommand = {
  name: 'words',
  isReading: (_options, changes) => changes.length === 0,
  declare(command) {
    // `-word` is a word to take out, so no option of one letter may catch it.
    command.argument('[+word|-word...]').allowUnknownOption().helpOption('--help')
  },
  async run({ open, args, words }) {
    for (const change of args) if (!/^[+-]./u.test(change)) throw new UsageError(fill(words.usage.wordWithSign, { value: change }))
    const { client } = await open()
    if (args.length === 0) {
      const known = await client.suggestions.words()
      return { json: { words: known }, text: known.length === 0 ? words.say.noWords : known.join('\n') }
    }
    const named = (sign: string) => args.filter((change) => change.startsWith(sign)).map((change) => change.slice(1))
    const { words: known, change } = await client.suggestions.setWords({ add: named('+'), remove: named('-') })
    const heading = change === null ? words.say.unchanged : fill(words.say.wordsSet, { count: known.length })
    return { json: { words: known, change }, text: [heading, ...known].join('\n') }
  },
}
