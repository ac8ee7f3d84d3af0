import { useCallback } from 'react'
import { usePreferences } from '../../../app/PreferencesProvider'

const MOST = 20
const LONGEST = 200

export interface RecentQueries {
  /** The latest first. */
  recent: string[]
  /** Keeps what the user settled on. */
  remember(query: string): void
  clear(): void
}

/** What was searched for before, kept with the preferences. */
export function useRecentQueries(): RecentQueries {
  const { preferences: { recentQueries: recent }, setPreferences } = usePreferences()
  const remember = useCallback((query: string): void => {
    const settled = query.trim()
    if (settled === '' || settled.length > LONGEST || settled === recent[0]) return
    setPreferences({ recentQueries: [settled, ...recent.filter((other) => other !== settled)].slice(0, MOST) })
  }, [recent, setPreferences])
  const clear = useCallback(() => setPreferences({ recentQueries: [] }), [setPreferences])
  return { recent, remember, clear }
}
