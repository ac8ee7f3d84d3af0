import { fill } from '#api/i18n'
import type { CliCommand } from '../command'
import { table } from '../format/table'
import { sizeText } from '#api/size-text'
import { timeText } from '../format/words'

export const backup: CliCommand = {
  name: 'backup',
  isReading: (options) => options.list === true,
  declare(command, { options }) {
    command.option('--list', options.list)
  },
  async run({ open, options, words, texts }) {
    const { client } = await open()
    if (options.list === true) {
      const backups = await client.backups.list()
      const { name, time, reason, cases, size, state } = words.columns
      const rows = backups.map((item) => [
        item.name, timeText(item.createdAt), texts.backupReasons[item.reason], String(item.cases), sizeText(item.bytes),
        item.state === 'good' ? words.say.backupGood : words.say.backupDamaged,
      ])
      return { json: { ok: true, problems: [], backups }, text: rows.length === 0 ? words.say.noBackups : table([name, time, reason, cases, size, state], rows) }
    }
    const created = await client.backups.create()
    return {
      json: { ok: true, problems: [], backup: created },
      text: fill(words.say.backedUp, { name: created.name, count: created.cases, size: sizeText(created.bytes) }),
    }
  },
}
