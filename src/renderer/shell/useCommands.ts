import { useTranslation } from 'react-i18next'
import { useLibrary } from '../app/LibraryState'
import { useNavigation } from '../app/navigation'
import { usePreferences } from '../app/PreferencesProvider'
import { useCapabilities, useStatus } from '../app/useStatus'
import type { IconName } from '../components/Icon'
import { useTexts } from '../i18n'
import { modifier } from './modifier'
import { useShell } from './shell-context'
import { useActions } from './useActions'
import { focusSearch } from './useShortcuts'

export interface Command {
  key: string
  icon: IconName
  label: string
  shortcut?: string
  run: () => void
}

/** Everything the palette can do just now. */
export function useCommands(): Command[] {
  const { t } = useTranslation(['shell', 'library', 'settings', 'search'])
  const { commands } = useTexts()
  const { openView, view } = useNavigation()
  const { showScope, setSelected, currentId, setFindWanted } = useLibrary()
  const { sidebarShown, toggleSidebar } = useShell()
  const { appearance, setPreferences } = usePreferences()
  const status = useStatus()
  const capabilities = useCapabilities()
  const actions = useActions()
  const { targets } = actions
  const undoable = status?.undo ?? null
  const redoable = status?.redo ?? null
  const other = appearance === 'dark' ? 'light' : 'dark'

  const all: (Command & { when?: boolean })[] = [
    { key: 'all', icon: 'book', label: t('navigation.all'), run: () => showScope({ kind: 'all' }) },
    {
      key: 'search', icon: 'search', label: t('search:openSearch'), shortcut: `${modifier}Shift F`, when: view.name === 'library',
      // The palette gives the focus back to where it was when it has closed.
      run: () => setTimeout(focusSearch),
    },
    {
      key: 'find', icon: 'search', label: t('search:find.open'), shortcut: `${modifier}F`, when: view.name === 'library' && currentId !== null,
      run: () => setFindWanted(true),
    },
    { key: 'import', icon: 'import', label: t('navigation.import'), shortcut: `${modifier}O`, when: capabilities.import, run: () => openView('import', {}) },
    {
      key: 'compare', icon: 'compare', label: `${t('library:selection.compare')} · ${t('library:selection.count', { count: targets.length })}`,
      when: targets.length > 1, run: actions.compareSelection,
    },
    {
      key: 'export', icon: 'export', when: capabilities.exportFormats.length > 0, run: actions.exportSelection,
      label: targets.length === 0 ? t('library:selection.export') : `${t('library:selection.export')} · ${t('library:selection.count', { count: targets.length })}`,
    },
    {
      key: 'clear', icon: 'close', label: t('library:selection.clear'), when: targets.length > 1, run: () => setSelected([]),
    },
    {
      key: 'undo', icon: 'undo', when: capabilities.write && undoable !== null, shortcut: `${modifier}Z`,
      label: `${t('undo')} · ${commands[undoable?.name ?? ''] ?? ''}`, run: () => void actions.takeBack('undo'),
    },
    {
      key: 'redo', icon: 'undo', when: capabilities.write && redoable !== null, shortcut: `${modifier}Y`,
      label: `${t('redo')} · ${commands[redoable?.name ?? ''] ?? ''}`, run: () => void actions.takeBack('redo'),
    },
    { key: 'sample', icon: 'book', label: t('library:empty.sample'), when: capabilities.write, run: () => void actions.addSample() },
    { key: 'sidebar', icon: 'sidebar', label: t(sidebarShown ? 'navigation.collapse' : 'navigation.expand'), shortcut: `${modifier}B`, run: toggleSidebar },
    { key: 'appearance', icon: other === 'dark' ? 'moon' : 'sun', label: t(`navigation.${other}`), run: () => setPreferences({ appearance: other }) },
    { key: 'trash', icon: 'delete', label: t('navigation.trash'), when: capabilities.write, run: () => openView('trash', {}) },
    { key: 'settings', icon: 'settings', label: t('navigation.settings'), shortcut: `${modifier},`, run: () => openView('settings', {}) },
  ]
  return all.filter(({ when = true }) => when)
}
