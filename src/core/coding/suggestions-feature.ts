import { contract } from '#api'
import { implement } from '@orpc/server'
import type { AppContext } from '../context'
import { dictionaryWords, dictionaryWrites } from './dictionary'
import { passagesOf } from './passages'
import { tagSuggestions, type TagSources } from './tag-suggestions'
import { themeSuggestions } from './theme-suggestions'
import { themesOf } from './themes'

/** The contract's `suggestions`: tags and themes for a person to take, and the words that tags are found by. */
export function suggestionsFeature(context: AppContext) {
  const { library, cases } = context
  const os = implement(contract.suggestions)

  return os.router({
    forCase: os.forCase.handler(({ input }) => {
      const item = cases.get(input.id)
      const { themes, ...sources } = sourcesOf(context)
      return {
        tags: tagSuggestions([item.title, ...item.sections.map(({ text }) => text)], item.tags, { themes, ...sources }),
        themes: themeSuggestions(item, themes, passagesOf(context, item.id)),
      }
    }),

    forText: os.forText.handler(({ input }) => ({ tags: tagSuggestions(input.texts, input.tags, sourcesOf(context)) })),

    words: os.words.handler(() => dictionaryWords(context)),

    setWords: os.setWords.handler(async ({ input }) => {
      const command = await library.execute('dictionary.change', () => dictionaryWrites(dictionaryWords(context), input.add, input.remove))
      return { words: dictionaryWords(context), change: command === null ? null : { commandId: command.commandId, caseIds: [] } }
    }),
  })
}

function sourcesOf(context: AppContext): TagSources & { themes: ReturnType<typeof themesOf> } {
  const tags = new Set<string>()
  for (const item of context.cases.all()) for (const tag of item.tags) tags.add(tag)
  return { tags: Array.from(tags, (tag) => ({ tag })), words: dictionaryWords(context), themes: themesOf(context) }
}
