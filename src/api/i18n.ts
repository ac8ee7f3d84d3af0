/** The contract's words in the three interface languages, and the small functions that fill them in. */
import type { Problem } from './contract/library'
import { errorMap, type ErrorCode, type ErrorData } from './errors'
import { en } from './i18n/en'
import { languages, type Language, type Texts } from './i18n/texts'
import { zhHans } from './i18n/zh-Hans'
import { zhHant } from './i18n/zh-Hant'

export { conflictFieldText, conflictValueText, type NamedField } from './i18n/conflict-words'
export { languages, type DocumentWord, type FieldName, type Language, type Texts } from './i18n/texts'

const texts: Record<Language, Texts> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en }

export function textsFor(language: Language): Texts {
  return texts[language]
}

/** The text with each `{name}` replaced by that value; a name without a value is left out. */
export function fill(template: string, values: Record<string, unknown>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** What to show for an error of the contract; anything else reads as INTERNAL. */
export function errorText(error: unknown, language: Language): { code: ErrorCode; message: string; hint: string } {
  const { code: given, data } = (error ?? {}) as { code?: string; data?: ErrorData }
  const code = given !== undefined && given in errorMap ? (given as ErrorCode) : 'INTERNAL'
  const [message, hint] = texts[language].errors[code]
  return { code, message: fill(message, data ?? {}), hint: fill(hint, data ?? {}) }
}

/** What a problem with the library means, in words. */
export function problemText({ code, detail }: Problem, language: Language): string {
  return fill(texts[language].problems[code], { detail })
}

/** The interface language for a locale such as `zh_TW.UTF-8`, `zh-Hant-HK` or `en-GB`; Chinese where it says nothing. */
export function languageOf(locale: string | undefined): Language {
  const tag = (locale ?? '').split('.')[0]!.replaceAll('_', '-').toLowerCase()
  if (tag === '' || tag === 'c' || tag === 'posix') return 'zh-Hans'
  if (!tag.startsWith('zh')) return 'en'
  return /hant|-(tw|hk|mo)\b/.test(tag) ? 'zh-Hant' : 'zh-Hans'
}

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language)
}
