import { AppError, type Client, type OpenConflict } from '#api'
import { conflictFieldText, conflictValueText, fill } from '#api/i18n'
import { UsageError, type CliCommand, type Invocation } from '../command'
import { fit } from '../format/table'
import { shortId, timeText } from '../format/words'
import { positiveNumber } from '../parse'
import { resolveCase } from '../resolve'

export const conflicts: CliCommand = {
  name: 'conflicts',
  isReading: () => true,
  declare(command) {
    command.argument('[id]')
  },
  async run(invocation) {
    const { open, args, words } = invocation
    const { client } = await open()
    const id = args[0] === undefined ? undefined : await recordNamed(client, args[0], words)
    const json = await client.conflicts.list(id === undefined ? {} : { id })
    const text = json.conflicts.length === 0 ? words.say.noConflicts : json.conflicts.map((conflict) => describe(conflict, json.device, invocation)).join('\n')
    return { json, text }
  },
}

export const settle: CliCommand = {
  name: 'settle',
  declare(command, { options }) {
    command.argument('<id>').argument('[field]').option('--take <n>', options.take, positiveNumber)
      .option('--keep', options.keep).option('--all <side>', options.allSide)
  },
  async run(invocation) {
    const { open, args, options, words } = invocation
    const [name, field] = args
    const all = options.all as string | undefined
    const number = options.take as number | undefined
    const isOneOf = (field === undefined) !== (all === undefined) && (all !== undefined) === (number === undefined && options.keep !== true)
    if (!isOneOf || (number !== undefined && options.keep === true)) throw new UsageError(words.usage.settleHow)
    const { client } = await open()
    const id = await recordNamed(client, name!, words)
    if (all !== undefined) {
      const side = (['mine', 'theirs', 'shown'] as const).find((each) => each === all)
      if (side === undefined) throw new UsageError(fill(words.usage.badValue, { value: all }))
      const json = { id, ...await client.conflicts.settleAll({ ids: [id], side }) }
      return { json, text: fill(words.say.settled, { count: json.settled }) }
    }
    const conflict = (await client.conflicts.list({ id })).conflicts.find((each) => each.field === field)
    const other = number === undefined ? undefined : conflict?.others[number - 1]
    if (conflict === undefined || (number !== undefined && other === undefined)) throw new AppError('CONFLICT_NOT_FOUND', { id, field: field! })
    const take = other === undefined ? {} : { take: { device: other.device, time: other.time } }
    const { change } = await client.conflicts.settle({ id, field: field!, ...take })
    return { json: { id, field, value: (other ?? conflict.shown).value, change }, text: fill(words.say.settled, { count: 1 }) }
  },
}

/** A case by any of its names; another record, such as a collection, by its full id. */
async function recordNamed(client: Client, name: string, words: Invocation['words']): Promise<string> {
  const { conflicts: known } = await client.conflicts.list({})
  return known.some(({ id }) => id === name) ? name : (await resolveCase(client, name, words)).id
}

function describe(conflict: OpenConflict, device: string, { words, texts, columns }: Invocation): string {
  const value = (given: unknown) => conflictValueText(conflict.field, given, texts).replace(/\s+/gu, ' ')
  const who = (writer: string) => (writer === device ? words.say.here : writer)
  const line = (mark: string, { value: given, device: writer, at }: { value: unknown; device: string; at: string }) =>
    fit(`  ${mark}  ${who(writer)}  ${timeText(at)}  ${value(given)}`, columns)
  return [
    `${shortId(conflict.id)}  ${conflict.title}  ${conflictFieldText(conflict, texts)}  (${conflict.field})`,
    line('*', conflict.shown), ...conflict.others.map((other, index) => line(String(index + 1), other)),
  ].join('\n')
}
