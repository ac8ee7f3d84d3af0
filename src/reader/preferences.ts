import { Preferences } from '#api'
import type { Language } from '#api/i18n'
import type { memoryPorts } from '#core/memory'

type PreferencesPort = ReturnType<typeof memoryPorts>['preferences']

const KEY = 'jingjian.reader'

/**
 * What the one who reads chose, kept by the browser where it lets a page from the disk keep anything. The language is
 * the page's own until another is chosen.
 */
export function readerPreferences(language: Language): PreferencesPort {
  let kept = stored({ language })
  return {
    read: async () => kept,
    write: async (next) => {
      kept = next
      const { language: chosen, ...others } = next
      store(chosen === language ? others : next)
    },
  }
}

function stored(first: Partial<Preferences>): Preferences {
  try {
    return Preferences.parse({ ...first, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') as object })
  } catch {
    // Blocked, or not what this program wrote.
    return Preferences.parse(first)
  }
}

function store(value: object): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(value))
  } catch {
    // Blocked or full: the choice then lasts as long as the page is open.
  }
}
