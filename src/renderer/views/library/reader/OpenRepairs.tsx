import type { Case, Repair } from '#api'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../../app/client'
import { useChange } from '../../../app/useChange'
import { useCapabilities } from '../../../app/useStatus'
import { useTexts } from '../../../i18n'
import { contextOf } from './repair-context'
import styles from './repairs.module.css'

/** Spots of the original that may be wrong, each with what it would become; the user decides. */
export function OpenRepairs({ item, repairs }: { item: Case; repairs: Repair[] }) {
  const { t } = useTranslation('library')
  return (
    <section className={styles.open} aria-label={t('repairs.title')}>
      <header>
        <h2>{t('repairs.title')}</h2>
        <p>{t('repairs.lead', { count: repairs.length })}</p>
      </header>
      <ul>
        {repairs.map((repair) => <OpenRepair key={repair.id} item={item} repair={repair} />)}
      </ul>
    </section>
  )
}

function OpenRepair({ item, repair }: { item: Case; repair: Repair }) {
  const { t } = useTranslation('library')
  const { repairs: kinds } = useTexts()
  const client = useClient()
  const change = useChange()
  const { write } = useCapabilities()
  const [reading, setReading] = useState(repair.after)
  const readings = [repair.after, ...repair.alternatives]
  const { before, after } = contextOf(item.original?.text ?? '', repair)
  const decide = (applied: boolean) => void change(
    () => client.cases.setRepair({ id: item.id, repairId: repair.id, applied, after: reading }),
    { done: t(applied ? 'repairs.accepted' : 'repairs.kept'), undo: true },
  )
  const unknown = repair.after === '' && repair.kind === 'damage'

  return (
    <li>
      <p className={styles.context}>
        <span className={styles.faint}>{before}</span>
        <del>{repair.before}</del>
        {unknown ? <span className={styles.unknown}>{t('repairs.unknown')}</span> : <><span aria-hidden="true" className={styles.arrow}>→</span><ins>{reading}</ins></>}
        <span className={styles.faint}>{after}</span>
      </p>
      <div className={styles.decide}>
        <span className={styles.kind}>{kinds[repair.kind]} · {t('repairs.confidence', { percent: Math.round(repair.confidence * 100) })}</span>
        {readings.length > 1 && (
          <span className={styles.readings} role="radiogroup" aria-label={t('repairs.other')}>
            {readings.map((other) => (
              <button key={other} type="button" role="radio" aria-checked={other === reading} onClick={() => setReading(other)}>{other}</button>
            ))}
          </span>
        )}
        {write && (
          <span className={styles.buttons}>
            <Button size="small" onClick={() => decide(false)}>{t('repairs.reject')}</Button>
            {!unknown && <Button size="small" type="primary" onClick={() => decide(true)}>{t('repairs.accept')}</Button>}
          </span>
        )}
      </div>
    </li>
  )
}
