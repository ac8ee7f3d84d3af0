import { createContext, useContext } from 'react'

/** What each view is opened with. */
export interface ViewParameters {
  library: { caseId?: string }
  compare: { ids: string[] }
  import: { files?: File[] }
  trash: Record<never, never>
  settings: { section?: 'backups' }
}

export type ViewName = keyof ViewParameters
export type View = { [Name in ViewName]: { name: Name; parameters: ViewParameters[Name] } }[ViewName]

export interface Navigation {
  view: View
  /** Goes to a view; unsaved text is asked about first. */
  openView<Name extends ViewName>(name: Name, parameters: ViewParameters[Name]): void
  /** Back to the view before this one. */
  back(): void
  /** Registers a question to be asked before the view is left; answers whether leaving is fine. */
  setLeaveGuard(guard: (() => Promise<boolean>) | null): void
  /** Runs `action` unless the guard holds it back. */
  leave(action: () => void): Promise<void>
}

export const NavigationContext = createContext<Navigation | null>(null)

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('no navigation: render inside App')
  return navigation
}
