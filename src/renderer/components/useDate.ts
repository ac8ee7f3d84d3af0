import { useMemo } from 'react'
import { useLanguage } from '../i18n'

/** Writes an ISO time as date and time of day in the interface language. */
export function useDate(): (iso: string) => string {
  const language = useLanguage()
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
    return (iso) => {
      const date = new Date(iso)
      return Number.isNaN(date.getTime()) ? iso : format.format(date)
    }
  }, [language])
}
