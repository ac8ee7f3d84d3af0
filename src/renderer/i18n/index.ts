import { textsFor, type Language, type Texts } from '#api/i18n'
import { createInstance, type i18n } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { namespaces, resources } from './resources'

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

/** The language the interface is in. */
export function useLanguage(): Language {
  return useTranslation().i18n.language as Language
}

/** The contract's own words (roles, repairs, facts, fields, commands) in the interface language. */
export function useTexts(): Texts {
  return textsFor(useLanguage())
}
