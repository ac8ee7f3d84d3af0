import { useQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../app/client'
import { useLibrary } from '../../../app/LibraryState'
import { withinScope, type Listing } from '../rows'
import { withoutEach } from './parts'

const TRIED = 8
const OFFERED = 3

/** Where a query finds nothing: the conditions without one of which it does, each with what is then found. */
export function WithoutParts({ listing: { query, scope } }: { listing: Listing }) {
  const { t } = useTranslation('search')
  const api = useApi()
  const { setQuery } = useLibrary()
  const parts = withoutEach(query).slice(-TRIED)
  const answers = useQueries({
    queries: parts.map(({ rest }) => api.search.query.queryOptions({ input: { ...withinScope(scope), query: rest, limit: 1 } })),
  })
  const helpful = parts
    .map((part, index) => ({ ...part, count: answers[index]?.data?.total ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, OFFERED)
  return helpful.map(({ part, rest, count }, index) => (
    <Button key={index} onClick={() => setQuery(rest)}>{t('withoutPart', { part: clip(part), count })}</Button>
  ))
}

/** As much of a query as a line has room for. */
export function clip(text: string): string {
  const characters = [...text]
  return characters.length <= 24 ? text : `${characters.slice(0, 23).join('')}…`
}
