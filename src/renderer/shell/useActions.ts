import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../app/client'
import { useLibrary } from '../app/LibraryState'
import { useNavigation } from '../app/navigation'
import { useToast } from '../app/ToastProvider'
import { useChange } from '../app/useChange'
import { useTakeBack } from '../app/useTakeBack'
import { useDialogs } from './DialogsProvider'

export interface Actions {
  /** What the actions are about: the ticked cases, or else the one in the reader. */
  targets: string[]
  compareSelection(): void
  exportSelection(): void
  deleteCases(ids: string[], title?: string): Promise<void>
  tagCases(ids: string[], tag: string): Promise<void>
  collectCases(ids: string[], collection: { id: string; name: string }): Promise<void>
  addSample(): Promise<void>
  takeBack(kind: 'undo' | 'redo'): Promise<void>
}

/** What can be done from more than one place: the palette, menus, shortcuts and the list's bar. */
export function useActions(): Actions {
  const { t } = useTranslation(['library', 'shell', 'settings'])
  const client = useClient()
  const change = useChange()
  const toast = useToast()
  const { openView } = useNavigation()
  const { openExport } = useDialogs()
  const library = useLibrary()
  const { selected, currentId, setSelected, openCase } = library

  const targets = useMemo(
    () => (selected.size > 0 ? [...selected] : currentId === null ? [] : [currentId]),
    [selected, currentId],
  )

  const takeBack = useTakeBack()

  return useMemo<Actions>(() => ({
    targets,
    takeBack,
    compareSelection: () => openView('compare', { ids: targets }),
    exportSelection: () => openExport(targets.length > 0 ? { cases: targets } : {}),
    deleteCases: async (ids, title) => {
      const done = title === undefined ? t('selection.deleted', { count: ids.length }) : t('selection.deletedOne', { title })
      const result = await change(() => client.cases.delete({ ids }), { done, undo: true })
      if (result === undefined) return
      setSelected([...selected].filter((id) => !ids.includes(id)))
      if (currentId !== null && ids.includes(currentId)) openCase(null)
    },
    tagCases: async (ids, tag) => {
      await change(() => client.cases.tag({ ids, add: [tag] }), { done: t('selection.tagged', { tag }), undo: true })
    },
    collectCases: async (ids, { id, name }) => {
      await change(() => client.collections.update({ id, add: ids }), { done: t('selection.collected', { name }), undo: true })
    },
    addSample: async () => {
      const result = await change(() => client.library.addSample())
      if (result === undefined) return
      if (result.added === 0) toast({ text: t('settings:sampleNone') })
      else toast({ text: t('empty.sampleAdded', { count: result.added }), action: { label: t('shell:undo'), run: () => void takeBack('undo') } })
      openView('library', {})
    },
  }), [targets, takeBack, openView, openExport, change, client, t, setSelected, selected, currentId, openCase, toast])
}
