import { fill } from '#api/i18n'
import type { CliCommand } from '../command'
import { resolveCase } from '../resolve'

export const code: CliCommand = {
  name: 'code',
  declare(command, { options }) {
    command.argument('<id>')
      .requiredOption('--theme <theme>', options.theme)
      .requiredOption('--quote <text>', options.quote)
      .option('--field <field>', options.field)
  },
  async run({ open, args, options, words }) {
    const { theme, quote, field } = options as { theme: string; quote: string; field?: string }
    const { client } = await open()
    const { id } = await resolveCase(client, args[0]!, words)
    const json = await client.coding.code({ id, theme, quote, ...(field === undefined ? {} : { field }) })
    return { json, text: fill(json.anchored ? words.say.coded : words.say.codedLoose, { theme }) }
  },
}
