import type { CaseVersion } from '#api'
import { useTranslation } from 'react-i18next'
import { useDate } from '../../../../components/useDate'
import { useLanguage, useTexts } from '../../../../i18n'

export interface VersionName {
  /** What was done. */
  what(version: CaseVersion): string
  /** When, in the interface language. */
  date(version: CaseVersion): string
  /** Both, in one line. */
  full(version: CaseVersion): string
  /** The fields that were touched, each once; none for a new case, whose fields all come from the same command. */
  touched(version: CaseVersion): string[]
  /** Names in a row, as the interface language joins them. */
  list(names: string[]): string
}

/** How a version is called. */
export function useVersionName(): VersionName {
  const { t } = useTranslation('library')
  const { commands, fields } = useTexts()
  const date = useDate()
  const language = useLanguage()
  const named = (name: string): string => commands[name] ?? name
  const what = ({ name, undoes }: CaseVersion): string =>
    undoes === null || undoes.name === '' ? named(name) : t('history.undid', { command: named(name), what: named(undoes.name) })
  const when = ({ at, name }: CaseVersion): string => (at === '' ? named(name) : date(at))
  return {
    what, date: when,
    list: (names) => new Intl.ListFormat(language).format(names),
    full: (version) => (version.at === '' ? what(version) : `${when(version)} · ${what(version)}`),
    touched: (version) => {
      if (version.fields.includes('createdAt')) return []
      const names = version.fields.filter((field) => field !== 'deleted').map((field) => (fields as Record<string, string>)[field.split('/')[0]!])
      return [...new Set(names.filter((name) => name !== undefined))]
    },
  }
}
