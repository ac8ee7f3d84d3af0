import type { Repair } from '#api'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon'
import type { RepairChoice } from './repair-choices'
import { useTexts } from '../../i18n'
import styles from './draft.module.css'
import { repairState } from './RepairSpot'
import type { SpotPosition } from './spots'
import { visible } from './visible'

export interface SpotBarProps {
  /** The spot that is open, where it is in this draft. */
  repair: Repair | null
  position: SpotPosition
  onChoose: (repairId: string, choice: RepairChoice) => void
  onStep: (direction: 1 | -1) => void
}

/** Steps through the spots and decides the open one; a damaged spot offers its readings to pick from. */
export function SpotBar({ repair, position: { at, count }, onChoose, onStep }: SpotBarProps) {
  const { t } = useTranslation('import')
  return (
    <footer className={styles.bar} data-kind={repair?.kind}>
      <div className={styles.stepper}>
        <Button type="text" size="small" icon={<Icon name="up" />} aria-label={t('repairs.previous')} title={`${t('repairs.previous')} (P)`} onClick={() => onStep(-1)} />
        <Button type="text" size="small" icon={<Icon name="down" />} aria-label={t('repairs.next')} title={`${t('repairs.next')} (N)`} onClick={() => onStep(1)} />
        <span className={styles.position} aria-live="polite">
          {at === 0 ? t('repairs.positionNone', { count }) : t('repairs.position', { at, total: count })}
        </span>
      </div>
      {repair === null
        ? <span className={styles.keys}>{t('repairs.keys')}</span>
        : <SpotDecision key={repair.id} repair={repair} onChoose={(choice) => onChoose(repair.id, choice)} />}
    </footer>
  )
}

function SpotDecision({ repair, onChoose }: { repair: Repair; onChoose: (choice: RepairChoice) => void }) {
  const { t } = useTranslation('import')
  const texts = useTexts()
  const [own, setOwn] = useState('')
  const state = repairState(repair)
  const readings = [repair.after, ...repair.alternatives.filter((reading) => reading !== repair.after)]
  // Only a guess needs choosing between readings; a certain repair is taken or left.
  const toPick = repair.kind === 'damage' || repair.alternatives.length > 0
  return (
    <div className={styles.decision}>
      <span className={styles.change}>
        <span className={styles.dot} aria-hidden="true" />
        <span className={styles.kindName}>{texts.repairs[repair.kind]}</span>
        <del>{visible(repair.before)}</del>
        {!toPick && <><span aria-hidden="true">→</span><ins>{repair.after === '' ? t('spot.removed') : visible(repair.after)}</ins></>}
        <span className={styles.confidence}>{t('spot.confidence', { percent: Math.floor(repair.confidence * 100) })}</span>
      </span>
      {toPick && (
        <span className={styles.readings} role="group" aria-label={t('spot.suggestions')}>
          <span className={styles.readingsLabel}>{t('spot.suggestions')}</span>
          {readings.map((reading) => {
            const chosen = repair.applied && reading === repair.after
            return (
              <Button
                key={reading} size="small" type={chosen ? 'primary' : 'default'} aria-pressed={chosen} className={styles.reading}
                aria-label={t('spot.pick', { text: reading })} onClick={() => onChoose({ applied: true, after: reading })}
              >
                {reading === '' ? t('spot.removed') : reading}
              </Button>
            )
          })}
          <Input
            size="small" className={styles.own} value={own} aria-label={t('spot.own')} placeholder={t('spot.ownPlaceholder')}
            onChange={(event) => setOwn(event.target.value)}
            onPressEnter={(event) => {
              if (!event.nativeEvent.isComposing && own !== '') onChoose({ applied: true, after: own })
            }}
          />
        </span>
      )}
      <span className={styles.decide}>
        {!toPick && !repair.applied && <Button size="small" type="primary" onClick={() => onChoose({ applied: true })}>{t('spot.apply')}</Button>}
        {state !== 'refused' && (
          <Button size="small" onClick={() => onChoose({ applied: false })}>{repair.applied ? t('spot.undo') : t('spot.keep')}</Button>
        )}
      </span>
    </div>
  )
}
