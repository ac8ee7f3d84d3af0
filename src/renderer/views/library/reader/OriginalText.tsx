import type { Case, Original, Repair } from '#api'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../../app/client'
import { useChange } from '../../../app/useChange'
import { useCapabilities } from '../../../app/useStatus'
import { Icon } from '../../../components/Icon'
import { useDate } from '../../../components/useDate'
import { useTexts } from '../../../i18n'
import { repairsByKind, shown } from './repair-context'
import { useKindRepairs } from './useKindRepairs'
import styles from './repairs.module.css'

/** The text as it was imported, with every repair where it was made or offered. */
export function OriginalText({ item, original }: { item: Case; original: Original }) {
  const { t } = useTranslation('library')
  const date = useDate()
  const [open, setOpen] = useState(false)
  const repairs = [...original.repairs].sort((a, b) => a.start - b.start)
  const applied = repairs.filter((repair) => repair.applied).length

  return (
    <details className={styles.original} data-as-written open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="right" size={14} />
        <h2>{t('original.title')}</h2>
        {repairs.length > 0 && <span>{t('original.summary', { count: repairs.length, applied })}</span>}
      </summary>
      {open && (
        <>
          <p className={styles.faint}>{t('original.lead', { file: original.file, encoding: original.encoding, date: date(original.importedAt) })}</p>
          <div className={styles.originalText}>
            {repairs.map((repair, index) => {
              const from = index === 0 ? 0 : repairs[index - 1]!.end
              return <span key={repair.id}>{original.text.slice(from, repair.start)}<Spot item={item} repair={repair} /></span>
            })}
            {original.text.slice(repairs.at(-1)?.end ?? 0)}
          </div>
          {repairs.length > 0 && <p className={styles.faint}>{t('original.note')}</p>}
          <Kinds item={item} repairs={repairs} />
        </>
      )}
    </details>
  )
}

/** All repairs of a kind at once: taken back, or applied. */
function Kinds({ item, repairs }: { item: Case; repairs: Repair[] }) {
  const { t } = useTranslation('library')
  const { repairs: kinds } = useTexts()
  const { write } = useCapabilities()
  const decide = useKindRepairs(item)
  const byKind = repairsByKind(repairs.filter(({ before, after }) => before !== after))
  if (!write) return null
  return [...byKind].map(([kind, of]) => {
    const isApplied = of.some(({ applied }) => applied)
    return (
      <div key={kind} className={styles.decide}>
        <span className={styles.kind}>{kinds[kind]} · {t('repairs.places', { count: of.length })}</span>
        <span className={styles.buttons}>
          <Button size="small" onClick={() => decide(kind, !isApplied)}>{t(isApplied ? 'repairs.takeBackAll' : 'repairs.applyAll')}</Button>
        </span>
      </div>
    )
  })
}

function Spot({ item, repair }: { item: Case; repair: Repair }) {
  const { t } = useTranslation('library')
  const { repairs: kinds } = useTexts()
  const client = useClient()
  const change = useChange()
  const { write } = useCapabilities()
  const state = repair.applied ? 'applied' : repair.decided ? 'rejected' : 'open'
  const set = (applied: boolean) => void change(() => client.cases.setRepair({ id: item.id, repairId: repair.id, applied, after: repair.after }))

  return (
    <Popover
      trigger="click"
      content={(
        <div className={styles.popover}>
          <p>{kinds[repair.kind]} · {t(`repairs.${state}`)}</p>
          {write && (
            <Button size="small" onClick={() => set(!repair.applied)}>{t(repair.applied ? 'repairs.takeBack' : 'repairs.apply')}</Button>
          )}
        </div>
      )}
    >
      <button type="button" className={styles.spot} data-state={state} title={`${kinds[repair.kind]} · ${t(`repairs.${state}`)}`}>
        <del>{shown(repair.before)}</del>{repair.after !== '' && <ins>{repair.after}</ins>}
      </button>
    </Popover>
  )
}
