import { Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../../app/client'
import { useLibrary } from '../../../app/LibraryState'
import { useChange } from '../../../app/useChange'
import { NameField } from '../../../components/NameField'
import { withinScope } from '../rows'
import { useRecentQueries } from '../search/useRecentQueries'
import styles from './list.module.css'

/** Keeps the query, and the tag or theme it was asked in, as a collection that is always up to date. */
export function SaveSearch() {
  const { t } = useTranslation(['library', 'shell'])
  const client = useClient()
  const change = useChange()
  const { scope, query, showScope } = useLibrary()
  const [open, setOpen] = useState(false)
  const { remember } = useRecentQueries()
  // A collection kept by hand is no condition that a query could hold.
  if (scope.kind === 'collection') return null

  const save = async (name: string): Promise<void> => {
    setOpen(false)
    remember(query)
    const result = await change(
      () => client.collections.create({ name, query: query.trim(), ...withinScope(scope) }),
      { done: t('shell:navigation.collectionCreated', { name }), undo: true },
    )
    if (result !== undefined) showScope({ kind: 'collection', id: result.id, name })
  }
  return (
    <Popover
      trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} destroyOnHidden
      content={(
        <div className={styles.saveSearch}>
          <NameField label={t('shell:navigation.collectionName')} initial={query.trim().slice(0, 80)} proposal onDone={(name) => void save(name)} onCancel={() => setOpen(false)} />
          <p>{t('list.saveSearchHint')}</p>
        </div>
      )}
    >
      <button type="button" className={styles.sort}>{t('list.saveSearch')}</button>
    </Popover>
  )
}
