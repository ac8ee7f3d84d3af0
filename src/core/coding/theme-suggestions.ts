import type { Case, Passage, Theme, ThemeSuggestion } from '#api'
import lexicon from '#resources/lexicon.json'
import { fold } from '../text'
import { suggestionsOf } from './suggestions'

const SHOWN = 5

type Offered = Pick<Theme, 'name' | 'lexicon'> & { id: string | null }

/**
 * Themes whose words stand in a case, those with most different words first, each with the clause that has most of them;
 * without those it is coded to. The packaged codebook's themes are offered beside the library's, unless it has one by
 * that name.
 */
export function themeSuggestions(item: Case, themes: Theme[], passages: Passage[]): ThemeSuggestion[] {
  const coded = new Set(passages.flatMap(({ themeIds }) => themeIds))
  const known = new Set(themes.map(({ name }) => fold(name)))
  const packaged = lexicon.groups.filter(({ name }) => !known.has(fold(name))).map(({ name, terms }): Offered => ({ id: null, name, lexicon: terms }))
  return [...themes.filter(({ id }) => !coded.has(id)), ...packaged]
    .flatMap((theme) => {
      const clauses = suggestionsOf(item, theme)
      const [best] = clauses
      if (best === undefined) return []
      const { field, start, end, text } = best
      const terms = [...new Set(clauses.flatMap((clause) => clause.terms))]
      return [{ themeId: theme.id, name: theme.name, terms, passage: { field, start, end, exact: text } }]
    })
    .sort((a, b) => b.terms.length - a.terms.length)
    .slice(0, SHOWN)
}
