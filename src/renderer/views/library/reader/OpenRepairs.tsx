import type { Case, Repair, RepairKind } from '#api'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../../app/client'
import { useChange } from '../../../app/useChange'
import { useCapabilities } from '../../../app/useStatus'
import { useTexts } from '../../../i18n'
import { contextOf, repairsByKind, shown } from './repair-context'
import { useKindRepairs } from './useKindRepairs'
import styles from './repairs.module.css'

/** More of one kind are decided on together. */
const MANY = 3

/** Spots of the original that may be wrong, each with what it would become; the user decides. */
export function OpenRepairs({ item, repairs }: { item: Case; repairs: Repair[] }) {
  const { t } = useTranslation('library')
  const byKind = repairsByKind(repairs)
  return (
    <section className={styles.open} aria-label={t('repairs.title')}>
      <header>
        <h2>{t('repairs.title')}</h2>
        <p>{t('repairs.lead', { count: repairs.length })}</p>
      </header>
      <ul>
        {[...byKind].map(([kind, of]) => (of.length > MANY
          ? <OpenKind key={kind} item={item} kind={kind} repairs={of} />
          : of.map((repair) => <OpenRepair key={repair.id} item={item} repair={repair} />)))}
      </ul>
    </section>
  )
}

/** All open spots of one kind in a line; each of them is seen, and decided on by itself, in the original below. */
function OpenKind({ item, kind, repairs }: { item: Case; kind: RepairKind; repairs: Repair[] }) {
  const { t } = useTranslation('library')
  const { repairs: kinds } = useTexts()
  const { write } = useCapabilities()
  const decide = useKindRepairs(item)
  const examples = repairs.slice(0, MANY).map(({ before, after }) => `${shown(before)} → ${shown(after)}`)

  return (
    <li>
      <div className={styles.decide}>
        <span className={styles.kind}>{kinds[kind]} · {t('repairs.places', { count: repairs.length })} · {examples.join('　')}</span>
        {write && (
          <span className={styles.buttons}>
            <Button size="small" onClick={() => decide(kind, false)}>{t('repairs.rejectAll')}</Button>
            <Button size="small" type="primary" onClick={() => decide(kind, true)}>{t('repairs.acceptAll')}</Button>
          </span>
        )}
      </div>
    </li>
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
        <del>{shown(repair.before)}</del>
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
