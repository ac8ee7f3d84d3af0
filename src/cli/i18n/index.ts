import type { Language } from '#api/i18n'
import { en } from './en'
import type { CliTexts } from './texts'
import { zhHans } from './zh-Hans'
import { zhHant } from './zh-Hant'

const texts: Record<Language, CliTexts> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en }

export function cliTextsFor(language: Language): CliTexts {
  return texts[language]
}

export type { CliTexts } from './texts'
