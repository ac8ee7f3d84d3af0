import type { Repair } from '#api'
import { useTranslation } from 'react-i18next'
import { useTexts } from '../../i18n'
import styles from './draft.module.css'
import { visible } from './visible'

export type RepairState = 'applied' | 'offered' | 'refused'

export function repairState({ applied, decided }: Pick<Repair, 'applied' | 'decided'>): RepairState {
  if (applied) return 'applied'
  return decided ? 'refused' : 'offered'
}

/** One repaired or offered spot in the running text: what stood there struck through, and what stands there now. */
export function RepairSpot({ repair, current, onSelect }: { repair: Repair; current: boolean; onSelect: () => void }) {
  const { t } = useTranslation('import')
  const texts = useTexts()
  const state = repairState(repair)
  const words = { kind: texts.repairs[repair.kind], before: repair.before, after: repair.after }
  const label = state === 'applied' && repair.after === '' ? t('spot.appliedRemoval', words) : t(`spot.${state}`, words)
  return (
    <span
      role="button" tabIndex={0} className={styles.spot} data-spot={repair.id} data-kind={repair.kind} data-state={state}
      aria-pressed={current} aria-label={label} title={label} onClick={onSelect}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onSelect()
      }}
    >
      {state === 'applied'
        ? <><del>{visible(repair.before)}</del>{repair.after !== '' && <ins>{repair.after}</ins>}</>
        : <span className={styles.kept}>{visible(repair.before)}</span>}
    </span>
  )
}
