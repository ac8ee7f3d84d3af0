import { createContext, useContext } from 'react'

export interface ShellActions {
  openPalette(): void
  sidebarShown: boolean
  toggleSidebar(): void
  /** Puts away a sidebar that lies over a narrow window. */
  closeOverlay(): void
}

export const ShellContext = createContext<ShellActions | null>(null)

export function useShell(): ShellActions {
  const shell = useContext(ShellContext)
  if (shell === null) throw new Error('no shell: render inside Shell')
  return shell
}
