import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '../../../app/client'
import { useLibrary } from '../../../app/LibraryState'
import { useChange } from '../../../app/useChange'
import { useCapabilities } from '../../../app/useStatus'
import { Icon } from '../../../components/Icon'
import { NameField } from '../../../components/NameField'
import styles from './search.module.css'

/** The query behind the collection that is shown, to be changed in its place. */
export function SavedQuery() {
  const { t } = useTranslation('search')
  const client = useClient()
  const change = useChange()
  const { scope } = useLibrary()
  const { write } = useCapabilities()
  const { data: collections = [] } = useQuery(useApi().collections.list.queryOptions())
  const [editing, setEditing] = useState<string | null>(null)
  const collection = scope.kind === 'collection' ? collections.find(({ id }) => id === scope.id) : undefined
  if (collection === undefined || collection.query === '') return null
  const { id, name, query } = collection

  const save = (next: string): void => {
    setEditing(null)
    void change(() => client.collections.update({ id, query: next }), { done: t('queryChanged', { name }), undo: true })
  }
  if (editing === id) {
    return <div className={styles.saved}><NameField label={t('editQuery')} initial={query} longest={1000} onDone={save} onCancel={() => setEditing(null)} /></div>
  }
  return (
    <p className={styles.saved}>
      <Icon name="query" size={13} />
      <span title={query}>{query}</span>
      {write && <button type="button" aria-label={t('editQuery')} title={t('editQuery')} onClick={() => setEditing(id)}><Icon name="edit" size={14} /></button>}
    </p>
  )
}
