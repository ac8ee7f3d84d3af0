import type { Draft, ProposedField } from '#api'
import { Input, Tooltip } from 'antd'
import { useId, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { confirmed, type DraftEdit } from './decisions'
import { useTexts } from '../../i18n'
import styles from './draft.module.css'

/** What the importer read or proposed about the case as a whole, to be corrected in place or confirmed as it is. */
export function DraftFields({ draft, onEdit }: { draft: Draft; onEdit: (change: DraftEdit) => void }) {
  const { t } = useTranslation('import')
  const texts = useTexts()
  const { title, organisation, modelName, region, period } = draft
  /** Confirms what is proposed for a field; null where nothing is. */
  const confirming = (field: ProposedField, value: string) => (
    value !== '' && draft.proposed.includes(field) ? () => onEdit(confirmed({ ...draft, proposed: [field] })) : null
  )
  return (
    <div className={styles.fields}>
      <Proposal label={texts.fields.title} className={styles.titleField!} onConfirm={confirming('title', title)}>
        <Input.TextArea
          className={styles.titleInput} variant="borderless" rows={1} value={title} maxLength={300}
          aria-label={texts.fields.title} placeholder={t('list.untitled')}
          onChange={(event) => onEdit({ title: event.target.value.replaceAll('\n', '') })}
        />
      </Proposal>
      <div className={styles.grid}>
        <Field label={texts.fields.organisation} onConfirm={confirming('organisation', organisation)}>
          {(id) => <Input id={id} value={organisation} onChange={(event) => onEdit({ organisation: event.target.value })} />}
        </Field>
        <Field label={texts.fields.modelName} onConfirm={confirming('modelName', modelName)}>
          {(id) => <Input id={id} value={modelName} onChange={(event) => onEdit({ modelName: event.target.value })} />}
        </Field>
        <Field label={t('fields.province')} onConfirm={confirming('region', region.province)}>
          {(id) => (
            <Input id={id} value={region.province} maxLength={40} onChange={(event) => onEdit({ region: { ...region, province: event.target.value } })} />
          )}
        </Field>
        <Field label={t('fields.city')} onConfirm={confirming('region', region.city)}>
          {(id) => (
            <Input id={id} value={region.city} maxLength={40} onChange={(event) => onEdit({ region: { ...region, city: event.target.value } })} />
          )}
        </Field>
        <Field label={texts.fields.period} onConfirm={confirming('period', period)}>
          {(id) => <Input id={id} value={period} maxLength={200} onChange={(event) => onEdit({ period: event.target.value })} />}
        </Field>
      </div>
    </div>
  )
}

function Field({ label, onConfirm, children }: { label: string; onConfirm: (() => void) | null; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <Proposal label={label} onConfirm={onConfirm} heading={<label htmlFor={id}>{label}</label>}>
      {children(id)}
    </Proposal>
  )
}

interface ProposalProps {
  label: string
  className?: string
  /** Stands before the mark, above the field. */
  heading?: ReactNode
  /** Null where the field is none that was proposed. */
  onConfirm: (() => void) | null
  children: ReactNode
}

/** A field with the mark that it is only proposed, and a button that confirms it. */
function Proposal({ label, className, heading, onConfirm, children }: ProposalProps) {
  const { t } = useTranslation('import')
  const field = useRef<HTMLDivElement>(null)
  const mark = onConfirm !== null && (
    <span className={styles.proposal}>
      <Tooltip title={t('proposedHint')}><span className={styles.proposed}>{t('proposed')}</span></Tooltip>
      <button
        type="button" className={styles.confirm} aria-label={t('confirmField', { field: label })}
        onClick={() => {
          onConfirm()
          // The button goes; who pressed it by key goes on from its field.
          field.current?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true })
        }}
      >
        {t('confirm')}
      </button>
    </span>
  )
  return (
    <div ref={field} className={className ?? styles.field}>
      {heading !== undefined && <span className={styles.fieldLabel}>{heading}{mark}</span>}
      {children}
      {heading === undefined && mark}
    </div>
  )
}
