import { Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../../app/client'
import { useLibrary, type Scope } from '../../../app/LibraryState'
import { useChange } from '../../../app/useChange'
import { NameField } from '../../../components/NameField'
import styles from './list.module.css'

/** Keeps the query, and the tag or theme it was asked in, as a collection that is always up to date. */
export function SaveSearch() {
  const { t } = useTranslation(['library', 'shell'])
  const client = useClient()
  const change = useChange()
  const { scope, query, showScope } = useLibrary()
  const [open, setOpen] = useState(false)
  const whole = wholeQuery(scope, query.trim())
  if (whole === null) return null

  const save = async (name: string): Promise<void> => {
    setOpen(false)
    const result = await change(
      () => client.collections.create({ name, query: whole }),
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

/** The query with its scope written into it; null where no query can say that. */
function wholeQuery(scope: Scope, query: string): string | null {
  if (scope.kind === 'all') return query
  if (scope.kind === 'collection') return null
  const name = scope.kind === 'tag' ? scope.tag : scope.name
  // OR binds weaker than the scope is meant to.
  if (/(^|\s)OR(\s|$)/.test(query)) return null
  return `${scope.kind}:"${name.replaceAll('"', '')}" ${query}`
}
