import type { HistoryEntry } from '#api'
import type { CliCommand, Invocation } from '../command'
import { fit } from '../format/table'
import { shortId, timeText } from '../format/words'
import { positiveNumber } from '../parse'
import { resolveCase } from '../resolve'

const SHOWN_CHANGES = 5

export const history: CliCommand = {
  name: 'history',
  declare(command, { options }) {
    command.argument('[id]').option('--limit <n>', options.limit, positiveNumber)
  },
  async run(invocation) {
    const { args, options, words } = invocation
    const { client } = await invocation.open()
    // A deleted case is in no list any more, and its history is still to be had by its full id.
    const id = args[0] === undefined ? undefined : await resolveCase(client, args[0], words).then((found) => found.id, () => args[0])
    const limit = options.limit as number | undefined
    const entries = await client.history.list({ ...(id === undefined ? {} : { id }), ...(limit === undefined ? {} : { limit }) })
    const text = entries.length === 0 ? words.say.noHistory : entries.map((entry) => describe(entry, invocation)).join('\n')
    return { json: { history: entries }, text }
  },
}

function describe(entry: HistoryEntry, { texts, columns }: Invocation): string {
  const head = `${timeText(entry.at)}  ${texts.commands[entry.name] ?? entry.name}`
  const shown = entry.changes.slice(0, SHOWN_CHANGES).map(({ id, field, old, new: written }) =>
    fit(`  ${shortId(id)}  ${fieldName(field, texts.fields)}  ${valueText(old)} → ${valueText(written)}`, columns))
  return [head, ...shown, ...(entry.changes.length > SHOWN_CHANGES ? [`  … ${entry.changes.length}`] : [])].join('\n')
}

function fieldName(field: string, names: Record<string, string>): string {
  const [first = '', ...rest] = field.split('/')
  const shown = first === 'tags' || first === 'proposed' ? rest : rest.slice(1)
  return [names[first] ?? first, ...shown].join(' ')
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return '—'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return fit(text.replace(/\s+/gu, ' '), 40)
}
