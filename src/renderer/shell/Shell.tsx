import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LibraryStateProvider } from '../app/LibraryState'
import { useNavigation } from '../app/navigation'
import { usePreferences } from '../app/PreferencesProvider'
import { ErrorBoundary } from '../components/ErrorBoundary'
import { useMedia } from '../theme/useMedia'
import { CompareView } from '../views/compare/CompareView'
import { ImportView } from '../views/import/ImportView'
import { LibraryView } from '../views/library/LibraryView'
import { SettingsView } from '../views/settings/SettingsView'
import { TrashView } from '../views/trash/TrashView'
import { ScriptScope } from '../script/ScriptScope'
import { CommandPalette } from './CommandPalette'
import { DialogsProvider } from './DialogsProvider'
import { FileDrop } from './FileDrop'
import { Notices } from './Notices'
import { PaneDivider } from './PaneDivider'
import { Sidebar } from './sidebar/Sidebar'
import { ShellContext } from './shell-context'
import { useBridge } from './useBridge'
import { useShortcuts } from './useShortcuts'
import styles from './shell.module.css'

const SIDEBAR = { min: 184, max: 360, normal: 232 }

/** The window: the sidebar, the view beside it, and what may lie over both. */
export function Shell() {
  return (
    <LibraryStateProvider>
      <DialogsProvider>
        <Frame />
      </DialogsProvider>
    </LibraryStateProvider>
  )
}

function Frame() {
  const { t } = useTranslation('shell')
  const { view } = useNavigation()
  const { preferences, setPreferences } = usePreferences()
  const [paletteOpen, setPaletteOpen] = useState(false)
  const [overlaid, setOverlaid] = useState(false)
  const narrow = useMedia('(max-width: 1119px)')
  const { panes } = preferences
  const shown = narrow ? overlaid : panes.sidebar > 0

  const shell = useMemo(() => ({
    openPalette: () => setPaletteOpen(true),
    sidebarShown: shown,
    toggleSidebar: () => {
      if (narrow) setOverlaid((before) => !before)
      else setPreferences({ panes: { ...panes, sidebar: panes.sidebar > 0 ? 0 : SIDEBAR.normal } })
    },
    closeOverlay: () => setOverlaid(false),
  }), [shown, narrow, panes, setPreferences])
  useEffect(() => {
    if (!narrow || !overlaid) return
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) setOverlaid(false)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [narrow, overlaid])
  useShortcuts(shell)
  useBridge(shell)

  return (
    <ShellContext value={shell}>
      <a className={styles.skip} href="#content">{t('skipToContent')}</a>
      <div className={styles.window} data-narrow={narrow || undefined}>
        <Notices />
        <div className={styles.panes}>
          {shown && (
            <Sidebar width={panes.sidebar > 0 ? panes.sidebar : SIDEBAR.normal} overlaid={narrow}>
              {!narrow && (
                <PaneDivider
                  label={t('panes.sidebar')} value={panes.sidebar} {...SIDEBAR}
                  onChange={(sidebar) => setPreferences({ panes: { ...panes, sidebar } })}
                />
              )}
            </Sidebar>
          )}
          {narrow && overlaid && <div className={styles.scrim} onClick={() => setOverlaid(false)} />}
          <main id="content" className={styles.view} tabIndex={-1}>
            <ScriptScope>
              <ErrorBoundary key={view.name}>
                {view.name === 'library' && <LibraryView />}
                {view.name === 'compare' && <CompareView ids={view.parameters.ids} />}
                {view.name === 'import' && <ImportView initialFiles={view.parameters.files ?? []} />}
                {view.name === 'trash' && <TrashView />}
                {view.name === 'settings' && <SettingsView section={view.parameters.section} />}
              </ErrorBoundary>
            </ScriptScope>
          </main>
        </div>
      </div>
      <FileDrop />
      {paletteOpen && <CommandPalette onClose={() => setPaletteOpen(false)} />}
    </ShellContext>
  )
}
