import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLibrary } from '../../../app/LibraryState'
import { useFailureText } from '../../../app/useFailure'
import { EmptyState } from '../../../components/EmptyState'
import { clip, WithoutParts } from '../search/WithoutParts'
import type { Outline } from '../useRows'
import styles from './list.module.css'

/** In the place of an empty list: why it is empty, and what could be tried. */
export function Nothing({ outline: { error, searching, listing } }: { outline: Outline }) {
  const { t } = useTranslation(['library', 'search'])
  const { searchEverywhere } = useLibrary()
  const failureText = useFailureText()
  if (error !== null) {
    const { message, hint } = failureText(error)
    return <div className={styles.nothing}><EmptyState quiet title={message} text={hint} /></div>
  }
  if (!searching) return <div className={styles.nothing}><EmptyState quiet title={t('list.emptyScope')} text={t('list.emptyScopeHint')} /></div>

  return (
    <div className={styles.nothing}>
      <EmptyState quiet title={t('list.nothingFound', { query: clip(listing.query) })} text={t('list.nothingFoundHint')}>
        <WithoutParts listing={listing} />
        {listing.scope.kind !== 'all' && <Button onClick={searchEverywhere}>{t('search:everywhere')}</Button>}
      </EmptyState>
    </div>
  )
}
