import { fill } from '#api/i18n'
import type { CliCommand } from '../command'

export const init: CliCommand = {
  name: 'init',
  declare(command, { options }) {
    command.option('--sample', options.sample)
  },
  async run({ open, options, words, directory }) {
    const { client } = await open('always')
    if (options.sample === true) await client.library.addSample()
    const { libraryId, cases } = await client.library.status()
    return {
      json: { libraryId, cases, directory },
      text: `${fill(words.say.created, { path: directory })}\n${fill(words.say.cases, { count: cases })}`,
    }
  },
}
