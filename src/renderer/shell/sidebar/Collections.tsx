import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '../../app/client'
import { useLibrary } from '../../app/LibraryState'
import { useNavigation } from '../../app/navigation'
import { useChange } from '../../app/useChange'
import { useCapabilities } from '../../app/useStatus'
import { Icon } from '../../components/Icon'
import { NameField } from '../../components/NameField'
import { Entry, EntryGroup } from './Entry'
import { EntryMenu } from './EntryMenu'
import styles from './sidebar.module.css'

export function Collections() {
  const { t } = useTranslation(['shell', 'search'])
  const client = useClient()
  const change = useChange()
  const { data: collections = [] } = useQuery(useApi().collections.list.queryOptions())
  const { scope, showScope } = useLibrary()
  const { view } = useNavigation()
  const { write } = useCapabilities()
  const [naming, setNaming] = useState<'new' | (string & {}) | null>(null)
  const [asking, setAsking] = useState<string | null>(null)
  if (collections.length === 0 && !write) return null

  const remove = async (id: string, name: string): Promise<void> => {
    const done = t('navigation.collectionDeleted', { name })
    const result = await change(() => client.collections.delete({ id }), { done, undo: true })
    if (result !== undefined && scope.kind === 'collection' && scope.id === id) showScope({ kind: 'all' })
  }
  const rename = async (id: string, name: string): Promise<void> => {
    const result = await change(() => client.collections.rename({ id, name }), { done: t('navigation.collectionRenamed', { name }), undo: true })
    if (result !== undefined && scope.kind === 'collection' && scope.id === id) showScope({ kind: 'collection', id, name })
  }
  const ask = (id: string, name: string, query: string): void => {
    setAsking(null)
    void change(() => client.collections.update({ id, query }), { done: t('search:queryChanged', { name }), undo: true })
  }
  const create = async (name: string): Promise<void> => {
    setNaming(null)
    const result = await change(() => client.collections.create({ name }), { done: t('navigation.collectionCreated', { name }), undo: true })
    if (result !== undefined) showScope({ kind: 'collection', id: result.id, name })
  }

  return (
    <EntryGroup
      title={t('navigation.collections')}
      action={write && (
        <Button type="text" size="small" aria-label={t('navigation.newCollection')} icon={<Icon name="plus" size={15} />} onClick={() => setNaming('new')} />
      )}
    >
      {collections.map(({ id, name, count, query }) => naming === id || asking === id
        ? (
            <li key={id}>
              {naming === id
                ? (
                    <NameField
                      label={t('navigation.collectionName')} initial={name} onCancel={() => setNaming(null)}
                      onDone={(next) => { setNaming(null); void rename(id, next) }}
                    />
                  )
                : (
                    <NameField
                      label={t('search:editQuery')} initial={query} longest={1000} onCancel={() => setAsking(null)}
                      onDone={(next) => ask(id, name, next)}
                    />
                  )}
            </li>
          )
        : (
            <Entry
              key={id} {...(query === '' ? {} : { title: query })} icon={query === '' ? 'collection' : 'query'} label={name} count={count}
              current={view.name === 'library' && scope.kind === 'collection' && scope.id === id}
              onOpen={() => showScope({ kind: 'collection', id, name })}
              action={write && (
                <EntryMenu
                  name={name}
                  items={[
                    { key: 'rename', label: t('navigation.rename'), onClick: () => setNaming(id) },
                    ...(query === '' ? [] : [{ key: 'query', label: t('search:editQuery'), onClick: () => setAsking(id) }]),
                    { key: 'delete', danger: true, label: t('navigation.deleteCollection'), onClick: () => void remove(id, name) },
                  ]}
                />
              )}
            />
          ))}
      {naming === 'new' && (
        <li><NameField label={t('navigation.collectionName')} initial="" onCancel={() => setNaming(null)} onDone={(name) => void create(name)} /></li>
      )}
      {collections.length === 0 && naming === null && <li className={styles.none}>{t('navigation.none')}</li>}
    </EntryGroup>
  )
}
