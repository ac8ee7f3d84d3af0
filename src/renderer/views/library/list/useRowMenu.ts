import { useQuery } from '@tanstack/react-query'
import type { MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '../../../app/client'
import { useLibrary } from '../../../app/LibraryState'
import { useNavigation } from '../../../app/navigation'
import { useChange } from '../../../app/useChange'
import { useCapabilities } from '../../../app/useStatus'
import { useDialogs } from '../../../shell/DialogsProvider'
import { useActions } from '../../../shell/useActions'

/** The menu of a right click, about the given cases; `title` is that of a single one. */
export function useRowMenu(ids: string[], title: string | undefined, selectAll: () => void): MenuProps {
  const { t } = useTranslation('library')
  const client = useClient()
  const change = useChange()
  const { openView } = useNavigation()
  const { openExport } = useDialogs()
  const { scope, openCase, selected } = useLibrary()
  const { write, exportFormats } = useCapabilities()
  const { deleteCases, collectCases } = useActions()
  const { data: collections = [] } = useQuery(useApi().collections.list.queryOptions())
  const byHand = collections.filter(({ query }) => query === '')
  const only = ids.length === 1 ? ids[0] : undefined
  // A right click beside the ticked cases compares with them.
  const compared = [...new Set([...selected, ...ids])]

  const items: NonNullable<MenuProps['items']> = []
  if (only !== undefined) items.push({ key: 'open', label: t('selection.open'), onClick: () => openCase(only) })
  items.push({
    key: 'compare', label: t('selection.compare'), disabled: compared.length < 2 || compared.length > 12,
    onClick: () => openView('compare', { ids: compared }),
  })
  if (write) {
    items.push({
      key: 'collect', label: t('selection.collect'), disabled: byHand.length === 0,
      children: byHand.map((collection) => ({ key: collection.id, label: collection.name, onClick: () => void collectCases(ids, collection) })),
    })
  }
  if (write && scope.kind === 'collection' && byHand.some(({ id }) => id === scope.id)) {
    items.push({
      key: 'remove', label: t('selection.remove'),
      onClick: () => void change(
        () => client.collections.update({ id: scope.id, remove: ids }),
        { done: t('selection.removed', { name: scope.name }), undo: true },
      ),
    })
  }
  if (exportFormats.length > 0) items.push({ key: 'export', label: t('selection.export'), onClick: () => openExport({ cases: ids }) })
  items.push({ key: 'all', label: t('selection.all'), onClick: selectAll })
  if (write) {
    items.push({ type: 'divider' }, {
      key: 'delete', danger: true, label: t('selection.delete'), onClick: () => void deleteCases(ids, title),
    })
  }
  return { items }
}
