import { app } from 'electron'
import type { Preferences } from '#api'
import { languageOf, type Language } from '#api/i18n'

/** The language to speak, where `system` follows the first of the user's languages. */
export function shownLanguage(preference: Preferences['language']): Language {
  return preference === 'system' ? languageOf(app.getPreferredSystemLanguages()[0] ?? app.getLocale()) : preference
}
