import { fill } from '#api/i18n'
import { UsageError, type CliCommand } from '../command'
import { resolveCase } from '../resolve'

export const tag: CliCommand = {
  name: 'tag',
  declare(command) {
    // `-name` is a tag to take off, so no option of one letter may catch it.
    command.argument('<id>').argument('<+tag|-tag...>').allowUnknownOption().helpOption('--help')
  },
  async run({ open, args, words }) {
    const [name, ...changes] = args
    for (const change of changes) {
      if (!/^[+-]./u.test(change)) throw new UsageError(fill(words.usage.changeWithSign, { value: change }))
    }
    const named = (sign: string) => changes.filter((change) => change.startsWith(sign)).map((change) => change.slice(1))
    const { client } = await open()
    const { id, title } = await resolveCase(client, name!, words)
    const { change } = await client.cases.tag({ ids: [id], add: named('+'), remove: named('-') })
    const { case: { tags } } = await client.cases.get({ id })
    const text = change === null ? words.say.unchanged : fill(words.say.tagged, { count: change.caseIds.length })
    return { json: { id, title, tags, change }, text: `${text}\n${title}  ${tags.join(' ')}` }
  },
}
