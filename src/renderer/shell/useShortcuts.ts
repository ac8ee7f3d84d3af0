import { useEffect } from 'react'
import { useLibrary } from '../app/LibraryState'
import { useNavigation } from '../app/navigation'
import { useCapabilities } from '../app/useStatus'
import type { ShellActions } from './shell-context'
import { useActions } from './useActions'

function inTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'))
}

/** Keys that work wherever the focus is. Undo and redo leave text fields their own. */
export function useShortcuts(shell: ShellActions): void {
  const actions = useActions()
  const { openView } = useNavigation()
  const { setFindWanted } = useLibrary()
  const { write, import: canImport } = useCapabilities()

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return
      const key = event.key.toLowerCase()
      const run = ((): (() => void) | undefined => {
        if (key === 'k') return shell.openPalette
        if (key === 'b' && !event.shiftKey) return shell.toggleSidebar
        if (key === ',') return () => openView('settings', {})
        if (key === 'o' && canImport) return () => openView('import', {})
        if (key === 'f') return event.shiftKey || document.querySelector('[data-findable]') === null ? focusSearch : () => setFindWanted(true)
        if (!write || inTextField(event.target) || document.querySelector('[role=dialog]') !== null) return undefined
        if (key === 'z') return () => void actions.takeBack(event.shiftKey ? 'redo' : 'undo')
        if (key === 'y') return () => void actions.takeBack('redo')
        return undefined
      })()
      if (run === undefined) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [shell, actions, openView, setFindWanted, write, canImport])
}

/** To the search over all cases, wherever the focus is. */
export function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('input[type=search]')
  field?.focus()
  field?.select()
}
