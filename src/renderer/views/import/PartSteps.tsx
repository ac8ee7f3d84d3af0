import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './shaping.module.css'

export interface PartStepsProps {
  part: number
  parts: number
  onPart: (part: number) => void
}

/** Goes through the parts of a text that is too long to be shown at once; nothing for others. */
export function PartSteps({ part, parts, onPart }: PartStepsProps) {
  const { t } = useTranslation('import')
  if (parts < 2) return null
  return (
    <nav className={styles.parts} aria-label={t('parts.label')}>
      <Button size="small" disabled={part === 0} onClick={() => onPart(part - 1)}>{t('parts.previous')}</Button>
      <span aria-live="polite">{t('parts.position', { at: part + 1, total: parts })}</span>
      <Button size="small" disabled={part === parts - 1} onClick={() => onPart(part + 1)}>{t('parts.next')}</Button>
    </nav>
  )
}
