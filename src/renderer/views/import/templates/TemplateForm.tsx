import { SectionRole, type Template } from '#api'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../components/Icon'
import { useTexts } from '../../../i18n'
import { MOST_SECTIONS, savable, withRow, type TemplateDraft } from './template-draft'
import styles from './templates.module.css'

export interface TemplateFormProps {
  template: Template | null
  onSave: (template: TemplateDraft) => Promise<void>
  onCancel: () => void
}

/** A template's name, the words that begin each section, and those that begin a case. */
export function TemplateForm({ template, onSave, onCancel }: TemplateFormProps) {
  const { t } = useTranslation(['import', 'shell'])
  const texts = useTexts()
  const id = useId()
  const [draft, setDraft] = useState<TemplateDraft>(template ?? { name: '', sections: [{ role: 'highlight', markers: [] }, { role: 'practice', markers: [] }], caseMarkers: [] })
  const [saving, setSaving] = useState(false)
  const ready = savable(draft)
  const save = async () => {
    if (ready === null) return
    setSaving(true)
    await onSave(ready)
    setSaving(false)
  }
  const words = { mode: 'tags' as const, open: false, suffixIcon: null, tokenSeparators: [',', '，', '、', ' '], className: styles.words! }
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); void save() }}>
      <label htmlFor={`${id}-name`}>{t('templates.name')}</label>
      <Input id={`${id}-name`} autoFocus value={draft.name} maxLength={60} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />
      <span>{t('templates.sections')}</span>
      <div className={styles.rows}>
        {draft.sections.map(({ role, markers }, index) => (
          <div key={index} className={styles.sectionRow} role="group" aria-label={t('templates.section', { number: index + 1 })}>
            <Select
              className={styles.role!} value={role} aria-label={t('shape.role')} options={SectionRole.options.map((value) => ({ value, label: texts.roles[value] }))}
              onChange={(value) => setDraft(withRow(draft, index, { role: value }))}
            />
            <Select {...words} value={markers} aria-label={t('templates.markers')} placeholder={t('templates.markersHint')} onChange={(value: string[]) => setDraft(withRow(draft, index, { markers: value }))} />
            <Button
              type="text" icon={<Icon name="close" size={16} />} disabled={draft.sections.length === 1} aria-label={t('templates.removeSection', { number: index + 1 })}
              onClick={() => setDraft(withRow(draft, index, null))}
            />
          </div>
        ))}
        <Button
          size="small" icon={<Icon name="plus" size={14} />} disabled={draft.sections.length >= MOST_SECTIONS}
          onClick={() => setDraft({ ...draft, sections: [...draft.sections, { role: 'other', markers: [] }] })}
        >
          {t('templates.addSection')}
        </Button>
      </div>
      <label htmlFor={`${id}-cases`}>{t('templates.caseMarkers')}</label>
      <div>
        <Select {...words} id={`${id}-cases`} value={draft.caseMarkers} placeholder={t('templates.casePlaceholder')} onChange={(value: string[]) => setDraft({ ...draft, caseMarkers: value })} />
        <p className={styles.note}>{t('templates.caseHint')}</p>
      </div>
      <div className={styles.buttons}>
        <Button onClick={onCancel}>{t('shell:cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={ready === null} loading={saving}>{t('templates.save')}</Button>
      </div>
    </form>
  )
}
