import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './shaping.module.css'

export interface PartStepsProps {
  part: number
  parts: number
  onPart: (part: number) => void
  /** Stands above the text: comes into view with each other part. */
  above?: boolean
}

/** Goes through the parts of a text that is too long to be shown at once; nothing for others. */
export function PartSteps({ part, parts, onPart, above = false }: PartStepsProps) {
  const { t } = useTranslation('import')
  const steps = useRef<HTMLElement>(null)
  const shown = useRef(0)
  useEffect(() => {
    if (above && part !== shown.current) steps.current?.scrollIntoView()
    shown.current = part
  }, [above, part])
  if (parts < 2) return null
  // A button that is the last to be of use must not take the focus along.
  const go = (next: number) => {
    if (next === 0 || next === parts - 1) steps.current?.focus()
    onPart(next)
  }
  return (
    <nav ref={steps} className={styles.parts} aria-label={t('parts.label')} tabIndex={-1}>
      <Button size="small" disabled={part === 0} onClick={() => go(part - 1)}>{t('parts.previous')}</Button>
      <span aria-live="polite">{t('parts.position', { at: part + 1, total: parts })}</span>
      <Button size="small" disabled={part === parts - 1} onClick={() => go(part + 1)}>{t('parts.next')}</Button>
    </nav>
  )
}
