import type { CliCommand } from '../command'
import { table } from '../format/table'
import { shortId } from '../format/words'

export const collections: CliCommand = {
  name: 'collections',
  isReading: () => true,
  declare() {},
  async run({ open, words }) {
    const { client } = await open()
    const all = await client.collections.list()
    const { id, name, cases, query } = words.columns
    const rows = all.map((item) => [shortId(item.id), item.name, String(item.count), item.query])
    return { json: { collections: all }, text: rows.length === 0 ? words.say.noCollections : table([id, name, cases, query], rows) }
  },
}
