import { AppError, type TrashedCase } from '#api'
import { fill } from '#api/i18n'
import { Argument } from 'commander'
import { UsageError, type CliCommand } from '../command'
import { table } from '../format/table'
import { shortId, timeText } from '../format/words'

const ACTIONS = ['list', 'restore', 'purge'] as const

export const trash: CliCommand = {
  name: 'trash',
  isReading: (_options, [action = 'list']) => action === 'list',
  declare(command, { options }) {
    command.addArgument(new Argument('[action]').choices(ACTIONS)).argument('[id...]').option('--all', options.all).option('--yes', options.yes)
  },
  async run({ open, args: [action = 'list', ...names], options, words, texts }) {
    if (action === 'purge' && options.yes !== true) throw new UsageError(words.usage.purgeNeedsYes)
    const { client } = await open()
    const trashed = await client.trash.list()
    if (action === 'list') {
      const { id, title, time, name } = words.columns
      const rows = trashed.map((item) => [
        shortId(item.id), item.title, timeText(item.deletedAt), item.command === null ? '' : texts.commands[item.command.name] ?? item.command.name,
      ])
      return { json: { trash: trashed }, text: rows.length === 0 ? words.say.trashEmpty : table([id, title, time, name], rows) }
    }
    const chosen = options.all === true ? trashed : names.map((name) => pick(trashed, name))
    if (options.all === true && chosen.length === 0) return { json: { [action === 'purge' ? 'purged' : 'restored']: [] }, text: words.say.trashEmpty }
    if (chosen.length === 0) throw new UsageError(fill(words.usage.missingArgument, { value: 'id' }))
    const ids = chosen.map(({ id }) => id)
    const named = chosen.map(({ id, title }) => ({ id, title }))
    if (action === 'restore') {
      const { change } = await client.trash.restore({ ids })
      return { json: { restored: named, change }, text: fill(words.say.untrashed, { count: named.length }) }
    }
    const { purged, finished, attachmentsKept } = await client.trash.purge({ ids })
    const { say } = words
    const text = [fill(say.purged, { count: purged }), ...(finished ? [] : [say.purgeUnfinished]), ...(attachmentsKept ? [say.attachmentsKept] : [])]
    return { json: { purged: named, finished, attachmentsKept }, text: text.join('\n') }
  },
}

/** @throws AppError NOT_IN_TRASH, also where more than one fits. */
function pick(trashed: TrashedCase[], name: string): TrashedCase {
  const exact = trashed.filter(({ id }) => id === name)
  const titled = trashed.filter(({ title }) => title === name)
  const parts = name.length < 4 ? [] : trashed.filter(({ id }) => id.startsWith(name) || id.endsWith(name))
  const found = [exact, titled, parts].find((candidates) => candidates.length === 1)?.[0]
  if (found === undefined) throw new AppError('NOT_IN_TRASH', { id: name })
  return found
}
