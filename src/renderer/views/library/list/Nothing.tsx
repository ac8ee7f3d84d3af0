import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLibrary } from '../../../app/LibraryState'
import { useFailureText } from '../../../app/useFailure'
import { EmptyState } from '../../../components/EmptyState'
import { lastPart } from '../search/last-part'
import type { Outline } from '../useRows'
import styles from './list.module.css'

/** In the place of an empty list: why it is empty, and what could be tried. */
export function Nothing({ outline: { error, searching, listing } }: { outline: Outline }) {
  const { t } = useTranslation(['library', 'search'])
  const { setQuery, searchEverywhere } = useLibrary()
  const failureText = useFailureText()
  if (error !== null) {
    const { message, hint } = failureText(error)
    return <div className={styles.nothing}><EmptyState quiet title={message} text={hint} /></div>
  }
  if (!searching) return <div className={styles.nothing}><EmptyState quiet title={t('list.emptyScope')} text={t('list.emptyScopeHint')} /></div>

  const last = lastPart(listing.query)
  return (
    <div className={styles.nothing}>
      <EmptyState quiet title={t('list.nothingFound', { query: clip(listing.query) })} text={t('list.nothingFoundHint')}>
        {last !== null && <Button onClick={() => setQuery(last.rest)}>{t('search:withoutPart', { part: clip(last.part) })}</Button>}
        {listing.scope.kind !== 'all' && <Button onClick={searchEverywhere}>{t('search:everywhere')}</Button>}
      </EmptyState>
    </div>
  )
}

function clip(text: string): string {
  const characters = [...text]
  return characters.length <= 24 ? text : `${characters.slice(0, 23).join('')}…`
}
