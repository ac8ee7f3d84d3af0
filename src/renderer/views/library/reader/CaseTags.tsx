import type { Case, CaseDetail } from '#api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../../app/client'
import { useLibrary } from '../../../app/LibraryState'
import { useChange } from '../../../app/useChange'
import { useCapabilities } from '../../../app/useStatus'
import { Icon } from '../../../components/Icon'
import { TagField } from '../list/popovers'
import styles from './reader.module.css'

/** The case's tags, to be added to and taken off, and the collections it is in. */
export function CaseTags({ item, collections }: { item: Case; collections: CaseDetail['collections'] }) {
  const { t } = useTranslation('library')
  const client = useClient()
  const change = useChange()
  const { showScope } = useLibrary()
  const { write } = useCapabilities()
  const [adding, setAdding] = useState(false)
  if (!write && item.tags.length === 0 && collections.length === 0) return null

  const add = (tag: string): void => {
    setAdding(false)
    void change(() => client.cases.tag({ ids: [item.id], add: [tag] }))
  }
  return (
    <ul className={styles.tags}>
      {collections.map(({ id, name }) => (
        <li key={id} className={styles.tag}>
          <button type="button" onClick={() => showScope({ kind: 'collection', id, name })}><Icon name="collection" size={14} />{name}</button>
        </li>
      ))}
      {item.tags.map((tag) => (
        <li key={tag} className={styles.tag} data-field={`tags/${tag}`}>
          <button type="button" onClick={() => showScope({ kind: 'tag', tag })}>{tag}</button>
          {write && (
            <button
              type="button" className={styles.untag} aria-label={t('reader.removeTag', { tag })}
              onClick={() => void change(() => client.cases.tag({ ids: [item.id], remove: [tag] }))}
            >
              <Icon name="close" size={12} />
            </button>
          )}
        </li>
      ))}
      {write && (
        <li>
          {adding
            ? <TagField label={t('reader.addTag')} onDone={add} onCancel={() => setAdding(false)} />
            : <button type="button" className={styles.addTag} onClick={() => setAdding(true)}><Icon name="plus" size={14} />{t('reader.addTag')}</button>}
        </li>
      )}
    </ul>
  )
}
