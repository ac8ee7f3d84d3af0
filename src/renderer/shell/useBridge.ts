import { useEffect, useRef } from 'react'
import type { MenuCommand } from '#api/bridge'
import { useNavigation } from '../app/navigation'
import { useOptions } from '../app/options'
import { usePreferences } from '../app/PreferencesProvider'
import { useActions } from './useActions'
import type { ShellActions } from './shell-context'

/** Answers the desktop shell's menu, and imports the files it was asked to open. */
export function useBridge(shell: ShellActions): void {
  const { bridge } = useOptions()
  const { openView } = useNavigation()
  const { setPreferences } = usePreferences()
  const actions = useActions()

  const run: Record<MenuCommand, () => void> = {
    import: () => openView('import', {}),
    export: actions.exportSelection,
    addSample: () => void actions.addSample(),
    settings: () => openView('settings', {}),
    search: shell.openPalette,
    themeSystem: () => setPreferences({ appearance: 'system' }),
    themeLight: () => setPreferences({ appearance: 'light' }),
    themeDark: () => setPreferences({ appearance: 'dark' }),
  }
  // One subscription for the window's life, so that no command falls between two.
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })

  useEffect(() => bridge?.onMenu((command) => latest.current[command]()), [bridge])
  useEffect(() => bridge?.onOpenedFiles((files) => {
    openView('import', { files: files.map(({ name, bytes }) => new File([bytes], name)) })
  }), [bridge, openView])
}
