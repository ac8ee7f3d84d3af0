import { CaseSort } from '#api'
import { Option } from 'commander'
import { fill } from '#api/i18n'
import type { CliCommand } from '../command'
import { table } from '../format/table'
import { regionText, shortId } from '../format/words'

export const list: CliCommand = {
  name: 'list',
  isReading: () => true,
  declare(command, { options }) {
    command.option('--query <query>', options.query).addOption(new Option('--sort <field>', options.sort).choices(CaseSort.options))
  },
  async run({ open, options, words }) {
    const { client } = await open()
    const { query, sort } = options as { query?: string; sort?: CaseSort }
    const json = await client.cases.list({ ...(query === undefined ? {} : { query }), ...(sort === undefined ? {} : { sort }) })
    const { id, title, organisation, modelName, region, tags } = words.columns
    const rows = json.cases.map((item) => [
      shortId(item.id), `${item.title}${item.proposedTitle ? words.say.proposed : ''}`, item.organisation, item.modelName, regionText(item.region), item.tags.join(' '),
    ])
    const text = rows.length === 0
      ? words.say.noCases
      : `${table([id, title, organisation, modelName, region, tags], rows)}\n\n${fill(words.say.cases, { count: json.total })}`
    return { json, text }
  },
}
