import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { namespaces, resources } from './resources'

export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const
export type Language = (typeof languages)[number]

/** The interface language that fits the system's: traditional for Taiwan, Hong Kong and Macau, English for all but Chinese. */
export function systemLanguage(wanted: readonly string[] = navigator.languages): Language {
  for (const tag of wanted) {
    if (/^zh\b.*\b(hant|tw|hk|mo)\b/i.test(tag)) return 'zh-Hant'
    if (/^zh\b/i.test(tag)) return 'zh-Hans'
    if (/^en\b/i.test(tag)) return 'en'
  }
  return 'zh-Hans'
}

export function createI18n(language: Language): i18n {
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: 'zh-Hans',
    ns: namespaces,
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return instance
}
