import path from 'node:path'
import { AppError } from '#api'
import { fill } from '#api/i18n'
import type { CliCommand } from '../command'

export const restore: CliCommand = {
  name: 'restore',
  declare(command) {
    command.argument('<backup>')
  },
  async run({ open, args, words }) {
    const { client } = await open()
    const wanted = path.basename(args[0]!)
    const backups = await client.backups.list()
    const found = wanted === 'latest' ? backups[0] : backups.find(({ name }) => name === wanted || name.startsWith(`${wanted}.`))
    if (found === undefined) throw new AppError('BACKUP_NOT_FOUND', { id: args[0]! })
    const { change, cases } = await client.backups.restore({ name: found.name })
    return {
      json: { ok: true, problems: [], restored: found.name, cases, change },
      text: fill(words.say.restored, { name: found.name, count: cases }),
    }
  },
}
