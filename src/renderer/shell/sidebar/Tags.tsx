import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/client'
import { useLibrary } from '../../app/LibraryState'
import { useNavigation } from '../../app/navigation'
import { Entry, EntryGroup } from './Entry'
import { placeInTree } from './tag-tree'

export function Tags() {
  const { t } = useTranslation('shell')
  const { data: tags = [] } = useQuery(useApi().cases.tags.queryOptions())
  const { scope, showScope } = useLibrary()
  const { view } = useNavigation()
  if (tags.length === 0) return null
  const known = new Set(tags.map(({ tag }) => tag))

  return (
    <EntryGroup title={t('navigation.tags')}>
      {tags.map(({ tag, count }) => {
        const { depth, label } = placeInTree(tag, known)
        return (
          <Entry
            key={tag} icon="tag" label={label} title={tag} depth={depth} count={count}
            current={view.name === 'library' && scope.kind === 'tag' && scope.tag === tag}
            onOpen={() => showScope({ kind: 'tag', tag })}
          />
        )
      })}
    </EntryGroup>
  )
}
