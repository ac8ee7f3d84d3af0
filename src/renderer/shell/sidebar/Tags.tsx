import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '../../app/client'
import { useLibrary } from '../../app/LibraryState'
import { useNavigation } from '../../app/navigation'
import { useChange } from '../../app/useChange'
import { useCapabilities } from '../../app/useStatus'
import { NameField } from '../../components/NameField'
import { Entry, EntryGroup } from './Entry'
import { EntryMenu } from './EntryMenu'
import { placeInTree } from './tag-tree'

export function Tags() {
  const { t } = useTranslation('shell')
  const client = useClient()
  const change = useChange()
  const { data: tags = [] } = useQuery(useApi().cases.tags.queryOptions())
  const { scope, showScope } = useLibrary()
  const { view } = useNavigation()
  const { write } = useCapabilities()
  const [renamed, setRenamed] = useState<string | null>(null)
  if (tags.length === 0) return null
  const known = new Set(tags.map(({ tag }) => tag))

  const rename = async (from: string, to: string): Promise<void> => {
    setRenamed(null)
    const done = t(known.has(to) ? 'navigation.tagsJoined' : 'navigation.tagRenamed', { from, to })
    const result = await change(() => client.cases.renameTag({ from, to }), { done, undo: true })
    if (result !== undefined && scope.kind === 'tag' && scope.tag === from) showScope({ kind: 'tag', tag: to })
  }
  return (
    <EntryGroup title={t('navigation.tags')}>
      {tags.map(({ tag, count }) => {
        const { depth, label } = placeInTree(tag, known)
        if (renamed === tag) {
          return <li key={tag}><NameField label={t('navigation.tagName')} initial={tag} onDone={(to) => void rename(tag, to)} onCancel={() => setRenamed(null)} /></li>
        }
        return (
          <Entry
            key={tag} icon="tag" label={label} title={tag} depth={depth} count={count}
            current={view.name === 'library' && scope.kind === 'tag' && scope.tag === tag}
            onOpen={() => showScope({ kind: 'tag', tag })}
            action={write && <EntryMenu name={tag} items={[{ key: 'rename', label: t('navigation.rename'), onClick: () => setRenamed(tag) }]} />}
          />
        )
      })}
    </EntryGroup>
  )
}
