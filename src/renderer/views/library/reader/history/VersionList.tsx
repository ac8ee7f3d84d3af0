import type { CaseVersion } from '#api'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useVersionName } from './useVersionName'
import styles from './history.module.css'

interface VersionListProps {
  /** Newest first. */
  versions: CaseVersion[]
  chosen: string
  onChoose: (commandId: string) => void
}

/** One version is chosen, with the mouse or the arrow keys. */
export function VersionList({ versions, chosen, onChoose }: VersionListProps) {
  const { t } = useTranslation('library')
  const nameOf = useVersionName()
  const group = useId()
  return (
    <fieldset className={styles.versions}>
      <legend className="visually-hidden">{t('history.versions')}</legend>
      {versions.map((version, index) => {
        const touched = nameOf.touched(version)
        const notes = [version.at === '' ? '' : nameOf.date(version), version.own ? '' : t('history.elsewhere')].filter((note) => note !== '')
        return (
          <label key={version.commandId} className={styles.version} data-chosen={version.commandId === chosen || undefined}>
            <input
              type="radio" name={group} className="visually-hidden" checked={version.commandId === chosen} autoFocus={index === 0}
              onChange={() => onChoose(version.commandId)}
            />
            <span className={styles.what}>
              {nameOf.what(version)}
              {index === 0 && <span className={styles.current}>{t('history.current')}</span>}
            </span>
            {notes.length > 0 && <span className={styles.note}>{notes.join(' · ')}</span>}
            {touched.length > 0 && <span className={styles.note}>{t('history.fields', { fields: nameOf.list(touched) })}</span>}
          </label>
        )
      })}
    </fieldset>
  )
}
