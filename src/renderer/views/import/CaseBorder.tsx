import type { Draft, Reshape } from '#api'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { BorderHandle } from './borders/BorderHandle'
import { paragraphsOf } from './reading-blocks'
import styles from './shaping.module.css'

export interface CaseBorderProps {
  draft: Draft
  before: Draft
  onShape: (operation: Reshape) => unknown
}

/** The border between a case and the one before it in its file: moved by a paragraph, or taken away. */
export function CaseBorder({ draft, before, onShape }: CaseBorderProps) {
  const { t } = useTranslation('import')
  const { draftId } = draft
  const own = paragraphsOf(draft.original, { start: 0, end: draft.original.length, section: null }, draft.repairs)
  const last = paragraphsOf(before.original, { start: 0, end: before.original.length, section: null }, before.repairs)
  return (
    <div className={styles.border} role="group" aria-label={t('shape.border')} data-place={0}>
      <BorderHandle border={{ kind: 'case' }} name={t('border.moveCase')}>{t('shape.border')}</BorderHandle>
      <Button type="text" size="small" disabled={own.length < 2} onClick={() => onShape({ kind: 'moveBorder', draftId, to: own[1]!.start })}>{t('shape.giveFirst')}</Button>
      <Button
        type="text" size="small" disabled={last.length < 2}
        onClick={() => onShape({ kind: 'moveBorder', draftId, to: last.at(-1)!.start - before.original.length })}
      >
        {t('shape.takeLast')}
      </Button>
      <Button type="text" size="small" onClick={() => onShape({ kind: 'mergeCase', draftId })}>{t('shape.mergeCase')}</Button>
    </div>
  )
}
