import type { Client, HistoryEntry } from '#api'
import { conflictValueText, fill, type Texts } from '#api/i18n'
import { sizeText } from '#api/size-text'
import { UsageError, type CliCommand, type Invocation, type Outcome } from '../command'
import { fit } from '../format/table'
import { shortId, timeText } from '../format/words'
import { positiveNumber } from '../parse'
import { resolveCase } from '../resolve'
import { diffText, pickVersion } from '../versions'

const SHOWN_CHANGES = 5

export const history: CliCommand = {
  name: 'history',
  isReading: (options) => options.restore === undefined,
  declare(command, { options }) {
    command.argument('[id]').option('--limit <n>', options.limit, positiveNumber)
      .option('--diff <version...>', options.diff).option('--restore <version>', options.restoreVersion)
  },
  async run(invocation) {
    const { args, options, words } = invocation
    const { client } = await invocation.open()
    // A deleted case is in no list any more, and its history is still to be had by its full id.
    const id = args[0] === undefined ? undefined : await resolveCase(client, args[0], words).then((found) => found.id, () => args[0])
    if (options.diff !== undefined || options.restore !== undefined) {
      if (id === undefined) throw new UsageError(fill(words.usage.missingArgument, { value: 'id' }))
      return ofVersions(client, id, invocation)
    }
    const limit = options.limit as number | undefined
    const entries = await client.history.list({ ...(id === undefined ? {} : { id }), ...(limit === undefined ? {} : { limit }) })
    const text = entries.length === 0 ? words.say.noHistory : entries.map((entry) => describe(entry, invocation)).join('\n')
    return { json: { history: entries }, text }
  },
}

/** What differs between two versions of a case, or the case as it was in one of them. */
async function ofVersions(client: Client, id: string, invocation: Invocation): Promise<Outcome> {
  const { options, words } = invocation
  const versions = await client.history.versions({ id })
  if (options.restore !== undefined) {
    const version = pickVersion(versions, options.restore as string)
    const { change } = await client.history.restore({ id, version })
    return { json: { id, restored: version, change }, text: change === null ? words.say.unchanged : words.say.versionRestored }
  }
  const [from, to = 'now', ...more] = options.diff as string[]
  if (more.length > 0) throw new UsageError(words.usage.excessArguments)
  const diff = await client.history.diff({ id, from: pickVersion(versions, from!), to: pickVersion(versions, to) })
  return { json: diff, text: diffText(diff, invocation) }
}

function describe(entry: HistoryEntry, { texts, columns }: Invocation): string {
  const head = `${timeText(entry.at)}  ${shortId(entry.commandId)}  ${texts.commands[entry.name] ?? entry.name}`
  const shown = entry.changes.slice(0, SHOWN_CHANGES).map(({ id, field, old, new: written }) =>
    fit(`  ${shortId(id)}  ${fieldName(field, texts)}  ${valueText(field, old, texts)} → ${valueText(field, written, texts)}`, columns))
  return [head, ...shown, ...(entry.changes.length > SHOWN_CHANGES ? [`  … ${entry.changes.length}`] : [])].join('\n')
}

function fieldName(field: string, texts: Texts): string {
  const [first = '', ...rest] = field.split('/')
  if (first === 'deleted') return texts.conflicts.deletion
  if (first === 'purged') return texts.commands['trash.purge']!
  const shown = first === 'tags' || first === 'proposed' ? rest : rest.slice(1).map((part) => PARTS[part]?.(texts) ?? '')
  const names: Record<string, string> = { ...texts.conflicts.fields, ...texts.fields }
  return [names[first] ?? first, ...shown].filter((word) => word !== '').join(' ')
}

/** Parts of a section or an attachment; a text and a content are the thing itself. */
const PARTS: Record<string, (texts: Texts) => string> = {
  heading: (texts) => texts.fields.title, name: (texts) => texts.fields.title, role: (texts) => texts.conflicts.role, position: (texts) => texts.conflicts.fields.position,
}

function valueText(field: string, value: unknown, texts: Texts): string {
  if (value === null || value === undefined) return '—'
  if (field === 'purged') return texts.conflicts.words.deleted
  const bytes = typeof value === 'object' && 'bytes' in value ? value.bytes : undefined
  const text = typeof bytes === 'number' ? sizeText(bytes) : conflictValueText(field, field === 'deleted' ? value !== false : value, texts)
  return fit(text.replace(/\s+/gu, ' '), 40)
}
