import type { ExportFormat } from '#api'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './export-dialog.module.css'

export interface FormatCardsProps {
  formats: readonly ExportFormat[]
  value: string | undefined
  onChange: (id: string) => void
}

/** The formats as cards of one radio group. */
export function FormatCards({ formats, value, onChange }: FormatCardsProps) {
  const { t, i18n } = useTranslation('export')
  const group = useId()
  return (
    <fieldset className={styles.formats}>
      <legend>{t('format')}</legend>
      {formats.map(({ id, extensions }) => {
        const extension = (extensions[0] ?? id).replace(/^\./, '')
        const known = i18n.exists(`export:formats.${id}.name`)
        return (
          <label key={id} className={styles.format} data-chosen={id === value || undefined}>
            <input type="radio" name={group} value={id} checked={id === value} onChange={() => onChange(id)} />
            <span className={styles.formatName}>
              {known ? t(`formats.${id}.name`) : t('otherFormat', { extension })}
              <span className={styles.extension}>.{extension}</span>
            </span>
            {known && <span className={styles.formatHint}>{t(`formats.${id}.hint`)}</span>}
          </label>
        )
      })}
    </fieldset>
  )
}
