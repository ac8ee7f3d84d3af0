import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/client'
import { useNavigation } from '../../app/navigation'
import { ChooseCases } from './ChooseCases'
import { ComparisonPanel } from './ComparisonPanel'

/** Cases side by side: what they share, what is unique to one. With fewer than two it asks which. */
export function CompareView({ ids }: { ids: string[] }) {
  const { t } = useTranslation('compare')
  const api = useApi()
  const { openView } = useNavigation()
  const { data } = useQuery(api.cases.list.queryOptions({ input: {} }))
  if (data === undefined) return <section aria-label={t('title')} aria-busy="true" />

  // A case may have been deleted since it was chosen.
  const there = new Set(data.cases.map(({ id }) => id))
  const chosen = ids.filter((id) => there.has(id))
  // The columns are part of where the user is, so that coming back finds them again.
  const choose = (next: string[]) => openView('compare', { ids: next })
  return chosen.length < 2
    ? <ChooseCases chosen={chosen} inLibrary={data.total} onStart={choose} />
    : <ComparisonPanel ids={chosen} onChange={choose} />
}
