import type { Draft, ProposedField } from '#api'
import { Input, Tooltip } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftEdit } from './decisions'
import { useTexts } from '../../i18n'
import styles from './draft.module.css'

/** What the importer read or proposed about the case as a whole, to be corrected in place. */
export function DraftFields({ draft, onEdit }: { draft: Draft; onEdit: (change: DraftEdit) => void }) {
  const { t } = useTranslation('import')
  const texts = useTexts()
  const isProposed = (field: ProposedField) => draft.proposed.includes(field)
  return (
    <div className={styles.fields}>
      <div className={styles.titleField}>
        <Input.TextArea
          className={styles.titleInput} variant="borderless" rows={1} value={draft.title} maxLength={300}
          aria-label={texts.fields.title} placeholder={t('list.untitled')}
          onChange={(event) => onEdit({ title: event.target.value.replaceAll('\n', '') })}
        />
        {isProposed('title') && <ProposedMark />}
      </div>
      <div className={styles.grid}>
        <Field label={texts.fields.organisation} proposed={draft.organisation !== '' && isProposed('organisation')}>
          {(id) => <Input id={id} value={draft.organisation} onChange={(event) => onEdit({ organisation: event.target.value })} />}
        </Field>
        <Field label={texts.fields.modelName} proposed={draft.modelName !== '' && isProposed('modelName')}>
          {(id) => <Input id={id} value={draft.modelName} onChange={(event) => onEdit({ modelName: event.target.value })} />}
        </Field>
        <Field label={t('fields.province')} proposed={draft.region.province !== '' && isProposed('region')}>
          {(id) => (
            <Input id={id} value={draft.region.province} maxLength={40} onChange={(event) => onEdit({ region: { ...draft.region, province: event.target.value } })} />
          )}
        </Field>
        <Field label={t('fields.city')} proposed={draft.region.city !== '' && isProposed('region')}>
          {(id) => (
            <Input id={id} value={draft.region.city} maxLength={40} onChange={(event) => onEdit({ region: { ...draft.region, city: event.target.value } })} />
          )}
        </Field>
        <Field label={texts.fields.period} proposed={draft.period !== '' && isProposed('period')}>
          {(id) => <Input id={id} value={draft.period} maxLength={200} onChange={(event) => onEdit({ period: event.target.value })} />}
        </Field>
      </div>
    </div>
  )
}

function Field({ label, proposed, children }: { label: string; proposed: boolean; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className={styles.field}>
      <span className={styles.fieldLabel}>
        <label htmlFor={id}>{label}</label>
        {proposed && <ProposedMark />}
      </span>
      {children(id)}
    </div>
  )
}

function ProposedMark() {
  const { t } = useTranslation('import')
  return <Tooltip title={t('proposedHint')}><span className={styles.proposed}>{t('proposed')}</span></Tooltip>
}
