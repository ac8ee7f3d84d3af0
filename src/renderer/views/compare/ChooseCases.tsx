import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../../app/navigation'
import { useCapabilities } from '../../app/useStatus'
import { CasePicker } from './CasePicker'
import styles from './choose.module.css'

export interface ChooseCasesProps {
  chosen: string[]
  inLibrary: number
  onStart: (ids: string[]) => void
}

/** The empty comparison: choose the cases right here. */
export function ChooseCases({ chosen: given, inLibrary, onStart }: ChooseCasesProps) {
  const { t } = useTranslation('compare')
  const { openView } = useNavigation()
  const capabilities = useCapabilities()
  const [chosen, setChosen] = useState(given)

  if (inLibrary < 2) {
    return (
      <section className={styles.page} aria-label={t('title')}>
        <h1 className={styles.heading}>{t('empty.noCases')}</h1>
        <p className={styles.hint}>{t('empty.noCasesHint')}</p>
        {capabilities.import && <Button type="primary" onClick={() => openView('import', {})}>{t('empty.import')}</Button>}
      </section>
    )
  }
  return (
    <section className={styles.page} aria-label={t('title')}>
      <h1 className={styles.heading}>{t('empty.title')}</h1>
      <p className={styles.hint}>{t('empty.hint')}</p>
      <div className={styles.card}><CasePicker chosen={chosen} onChange={setChosen} /></div>
      <Button type="primary" size="large" disabled={chosen.length < 2} onClick={() => onStart(chosen)}>
        {chosen.length < 2 ? t('empty.startNone') : t('empty.start', { count: chosen.length })}
      </Button>
    </section>
  )
}
