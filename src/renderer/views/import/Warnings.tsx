import type { ImportWarning } from '#api'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon'
import styles from './preview.module.css'
import { useWarningText } from './useWarningText'

const SHOWN_AT_FIRST = 3
/** What reading the files had to say, each with the file's name and what to do. */
export function Warnings({ warnings: given }: { warnings: readonly ImportWarning[] }) {
  const { t } = useTranslation('import')
  const textOf = useWarningText()
  const [all, setAll] = useState(false)
  // The summary of repairs says this one, with the buttons that answer it.
  const warnings = given.filter(({ code }) => code !== 'DAMAGE_FOUND')
  if (warnings.length === 0) return null
  const shown = all ? warnings : warnings.slice(0, SHOWN_AT_FIRST)
  return (
    <aside className={styles.warnings} aria-label={t('warnings.label')}>
      <ul>
        {shown.map((warning, index) => (
          <li key={index}>
            <span className={styles.warningIcon}><Icon name="warning" size={16} /></span>
            <span className={styles.warningFile}>{warning.file}</span>
            <span>{textOf(warning)}</span>
          </li>
        ))}
      </ul>
      {warnings.length > SHOWN_AT_FIRST && (
        <Button type="link" size="small" onClick={() => setAll(!all)}>
          {all ? t('warnings.less') : t('warnings.more', { count: warnings.length })}
        </Button>
      )}
    </aside>
  )
}
