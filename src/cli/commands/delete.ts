import { fill } from '#api/i18n'
import type { CliCommand } from '../command'
import { resolveCases } from '../resolve'

export const remove: CliCommand = {
  name: 'delete',
  declare(command) {
    command.argument('<id...>')
  },
  async run({ open, args, words }) {
    const { client } = await open()
    const found = await resolveCases(client, args, words)
    const { change } = await client.cases.delete({ ids: found.map(({ id }) => id) })
    return {
      json: { deleted: found.map(({ id, title }) => ({ id, title })), change },
      text: found.map(({ title }) => fill(words.say.deleted, { title })).join('\n'),
    }
  },
}
