import { useMemo, useRef, useState, type ReactNode } from 'react'
import { NavigationContext, type Navigation, type View } from './navigation'

/** Keeps which view is shown, and the one before it. */
export function NavigationProvider({ children }: { children: ReactNode }) {
  const [views, setViews] = useState<View[]>([{ name: 'library', parameters: {} }])
  const guard = useRef<(() => Promise<boolean>) | null>(null)

  const actions = useMemo(() => {
    const leave = async (action: () => void): Promise<void> => {
      if (guard.current !== null && !(await guard.current())) return
      guard.current = null
      action()
    }
    return {
      leave,
      openView: (name, parameters) => void leave(() => {
        const next = { name, parameters } as View
        setViews((before) => (before[0]!.name === name ? [next, ...before.slice(1)] : [next, before[0]!]))
      }),
      back: () => void leave(() => setViews((before) => before.length > 1 ? before.slice(1) : [{ name: 'library', parameters: {} }])),
      setLeaveGuard: (next) => void (guard.current = next),
    } satisfies Omit<Navigation, 'view'>
  }, [])

  const navigation = useMemo(() => ({ ...actions, view: views[0]! }), [actions, views])
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}
