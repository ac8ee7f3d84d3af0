import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './shaping.module.css'

export interface PartStepsProps {
  part: number
  parts: number
  onPart: (part: number) => void
  /** Stands above the text: comes into view with each part but the first, which follows its fields. */
  above?: boolean
}

/** Goes through the parts of a text that is too long to be shown at once; nothing for others. */
export function PartSteps({ part, parts, onPart, above = false }: PartStepsProps) {
  const { t } = useTranslation('import')
  const steps = useRef<HTMLElement>(null)
  useEffect(() => {
    if (above && part > 0) steps.current?.scrollIntoView()
  }, [above, part])
  if (parts < 2) return null
  return (
    <nav ref={steps} className={styles.parts} aria-label={t('parts.label')}>
      <Button size="small" disabled={part === 0} onClick={() => onPart(part - 1)}>{t('parts.previous')}</Button>
      <span aria-live="polite">{t('parts.position', { at: part + 1, total: parts })}</span>
      <Button size="small" disabled={part === parts - 1} onClick={() => onPart(part + 1)}>{t('parts.next')}</Button>
    </nav>
  )
}
