import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/client'
import { useLibrary } from '../../app/LibraryState'
import { useNavigation } from '../../app/navigation'
import { Entry, EntryGroup } from './Entry'

export function Themes() {
  const { t } = useTranslation('shell')
  const { data: themes = [] } = useQuery(useApi().coding.themes.queryOptions())
  const { scope, showScope } = useLibrary()
  const { view } = useNavigation()
  const used = themes.filter(({ count }) => count > 0)
  if (used.length === 0) return null

  return (
    <EntryGroup title={t('navigation.themes')}>
      {used.map(({ id, name, count, colour, definition }) => (
        <Entry
          key={id} {...(colour === '' ? { icon: 'theme' as const } : { colour })} label={name} title={definition || name} count={count}
          current={view.name === 'library' && scope.kind === 'theme' && scope.id === id}
          onOpen={() => showScope({ kind: 'theme', id, name })}
        />
      ))}
    </EntryGroup>
  )
}
