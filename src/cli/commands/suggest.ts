import { AppError, type Change, type TagSuggestion, type ThemeSuggestion } from '#api'
import { fill } from '#api/i18n'
import type { CliCommand, Invocation } from '../command'
import { table } from '../format/table'
import { collect } from '../parse'
import { resolveCase } from '../resolve'

interface Offers {
  tags: TagSuggestion[]
  themes: ThemeSuggestion[]
}

export const suggest: CliCommand = {
  name: 'suggest',
  isReading: ({ tag, theme }) => tag === undefined && theme === undefined,
  declare(command, { options }) {
    command.argument('<id>').option('--tag <tag>', options.takeTag, collect).option('--theme <theme>', options.takeTheme, collect)
  },
  async run(invocation) {
    const { open, args, options, words } = invocation
    const wanted = { tags: (options.tag ?? []) as string[], themes: (options.theme ?? []) as string[] }
    const { client } = await open()
    const { id, title } = await resolveCase(client, args[0]!, words)
    const offers = await client.suggestions.forCase({ id })
    if (wanted.tags.length + wanted.themes.length === 0) return { json: { id, title, ...offers }, text: shown(offers, invocation) }
    const refuse = (name: string): never => {
      throw new AppError('INVALID_INPUT', { detail: fill(words.say.notOffered, { name }) })
    }
    // Everything is checked before anything is written.
    const tags = wanted.tags.map((name) => offers.tags.find(({ tag }) => tag === name)?.tag ?? refuse(name))
    const themes = wanted.themes.map((name) => offers.themes.find((theme) => theme.name === name || theme.themeId === name) ?? refuse(name))
    const changes: (Change | null)[] = []
    if (tags.length > 0) changes.push((await client.cases.tag({ ids: [id], add: tags })).change)
    for (const { themeId, name, passage: { field, start, exact } } of themes) {
      changes.push((await client.coding.code({ id, theme: themeId ?? name, field, start, quote: exact })).change)
    }
    const taken = { tags, themes: themes.map(({ name }) => name) }
    return {
      json: { id, title, taken, changes: changes.filter((change) => change !== null) },
      text: fill(words.say.taken, { list: [...taken.tags, ...taken.themes].join(' '), title }),
    }
  },
}

function shown({ tags, themes }: Offers, { words }: Invocation): string {
  const { name, reason, passage } = words.columns
  const parts = [
    tags.length === 0 ? '' : `${words.say.offeredTags}\n${table([name, reason], tags.map(({ tag, reason: why, count }) => [tag, fill(words.reasons[why], { count })]), 60)}`,
    themes.length === 0 ? '' : `${words.say.offeredThemes}\n${table([name, reason, passage], themes.map((theme) => [theme.name, theme.terms.join(' '), theme.passage.exact]), 60)}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? words.say.nothingOffered : parts.join('\n\n')
}
