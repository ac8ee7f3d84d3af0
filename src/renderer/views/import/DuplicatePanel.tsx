import { DuplicateChoice, type Draft } from '#api'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { choiceOf, type DraftEdit } from './decisions'
import styles from './duplicate.module.css'
import { DuplicateDiff } from './DuplicateDiff'

export interface DuplicatePanelProps {
  previewId: string
  draft: Draft
  edit: DraftEdit | undefined
  onEdit: (change: DraftEdit) => void
}

/** What a draft is a duplicate of, how the two differ, and the choice of what becomes of it. */
export function DuplicatePanel({ previewId, draft, edit, onEdit }: DuplicatePanelProps) {
  const { t } = useTranslation('import')
  const [isOpen, setOpen] = useState(false)
  const { duplicateOf: of } = draft
  const choice = choiceOf(draft, edit)
  if (of === null || choice === null) return null
  const options = DuplicateChoice.options.filter((value) => value !== 'update' || of.inLibrary)
  const title = of.title === '' ? t('list.untitled') : of.title
  const alike = of.kind === 'exact' ? t('duplicate.exact', { title }) : t('duplicate.near', { title, percent: Math.floor(of.similarity * 100) })

  return (
    <section className={styles.panel} aria-label={t('duplicate.label')}>
      <div className={styles.head}>
        <p className={styles.alike}>{alike}{!of.inLibrary && <span className={styles.where}>{t('duplicate.inPreview')}</span>}</p>
        <Button type="text" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{t(isOpen ? 'duplicate.hide' : 'duplicate.show')}</Button>
      </div>
      <div className={styles.choice}>
        <Segmented
          value={choice} aria-label={t('duplicate.choice')} options={options.map((value) => ({ value, label: t(`duplicate.choices.${value}`) }))}
          onChange={(value) => onEdit({ include: undefined, duplicate: value })}
        />
        <p className={styles.hint} aria-live="polite">{t(`duplicate.hints.${choice}`)}</p>
      </div>
      {isOpen && <DuplicateDiff previewId={previewId} draftId={draft.draftId} sections={draft.sections} inLibrary={of.inLibrary} />}
    </section>
  )
}
