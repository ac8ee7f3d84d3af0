import { SectionRole, type CaseDetail, type CaseEdit, type Section } from '#api'
import { Button, Input, Select } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../../app/client'
import { useChange } from '../../../app/useChange'
import { Icon } from '../../../components/Icon'
import { modifier } from '../../../shell/modifier'
import { useTexts } from '../../../i18n'
import { draftOf, editOf, moved, newSection, type CaseDraft } from './draft'
import { useSaveKey } from './useSaveKey'
import { useUnsavedGuard } from './useUnsavedGuard'
import styles from './editor.module.css'

/** The case as plain fields: one text box per section. Nothing is written before it is saved. */
export function Editor({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t } = useTranslation('library')
  const client = useClient()
  const change = useChange()
  const titleField = useRef<HTMLTextAreaElement>(null)
  const [untitled, setUntitled] = useState(false)
  const { case: item } = detail
  const [draft, setDraft] = useState<CaseDraft>(() => draftOf(item))
  const edit = useMemo(() => editOf(item, draft), [item, draft])
  const dirty = Object.keys(edit).length > 0
  const set = (fields: Partial<CaseDraft>): void => setDraft((before) => ({ ...before, ...fields }))

  const save = async (): Promise<boolean> => {
    if (draft.title.trim() === '') {
      setUntitled(true)
      titleField.current?.focus()
      return false
    }
    if (!dirty) {
      onClose()
      return true
    }
    const result = await change(() => client.cases.edit({ id: item.id, set: edit satisfies CaseEdit }), { done: t('editor.saved'), undo: true })
    if (result === undefined) return false
    onClose()
    return true
  }
  useSaveKey(() => void save())
  const askBeforeLeaving = useUnsavedGuard(dirty, save)
  const cancel = async (): Promise<void> => {
    if (await askBeforeLeaving()) onClose()
  }

  return (
    <form
      className={styles.editor} aria-label={t('editor.label')}
      onSubmit={(event) => { event.preventDefault(); void save() }}
      onKeyDown={(event) => {
        // An open list takes its own Escape.
        const listOpen = (event.target as Element).getAttribute('aria-expanded') === 'true'
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || listOpen) return
        // Otherwise the same key would close the question it has just opened.
        event.stopPropagation()
        void cancel()
      }}
    >
      <div className={styles.bar}>
        <span>{t('editor.shortcut', { modifier })}</span>
        <Button onClick={() => void cancel()}>{t('editor.cancel')}</Button>
        <Button type="primary" htmlType="submit">{t('editor.save')}</Button>
      </div>
      <div className={styles.scroller}>
        <div className={styles.page}>
          <textarea
            ref={titleField} autoFocus className={styles.title} value={draft.title} rows={1} maxLength={300} aria-label={t('editor.title')} placeholder={t('editor.title')}
            aria-invalid={untitled} aria-describedby={untitled ? 'title-needed' : undefined}
            onChange={(event) => { setUntitled(false); set({ title: event.target.value.replaceAll('\n', '') }) }}
          />
          {untitled && <p id="title-needed" role="alert" className={styles.needed}>{t('editor.titleNeeded')}</p>}
          <div className={styles.fields}>
            <Field label={t('editor.organisation')} value={draft.organisation} onChange={(organisation) => set({ organisation })} wide />
            <Field label={t('editor.modelName')} value={draft.modelName} onChange={(modelName) => set({ modelName })} />
            <Field label={t('editor.province')} value={draft.province} onChange={(province) => set({ province })} />
            <Field label={t('editor.city')} value={draft.city} onChange={(city) => set({ city })} />
            <Field label={t('editor.period')} value={draft.period} onChange={(period) => set({ period })} />
          </div>
          {draft.sections.map((section, index) => (
            <SectionFields
              key={section.id} section={section} number={index + 1} last={index === draft.sections.length - 1}
              onChange={(fields) => set({ sections: draft.sections.map((other) => (other.id === section.id ? { ...other, ...fields } : other)) })}
              onMove={(step) => set({ sections: moved(draft.sections, index, step) })}
              onRemove={() => set({ sections: draft.sections.filter(({ id }) => id !== section.id) })}
            />
          ))}
          <Button type="dashed" icon={<Icon name="plus" size={16} />} onClick={() => set({ sections: [...draft.sections, newSection()] })}>{t('editor.add')}</Button>
          <div className={styles.notes}>
            <span aria-hidden="true">{t('editor.notes')}</span>
            <textarea value={draft.notes} rows={2} aria-label={t('editor.notes')} onChange={(event) => set({ notes: event.target.value })} />
          </div>
        </div>
      </div>
    </form>
  )
}

function Field({ label, value, onChange, wide = false }: { label: string; value: string; onChange: (value: string) => void; wide?: boolean }) {
  return (
    <label className={styles.field} data-wide={wide || undefined}>
      <span>{label}</span>
      <Input value={value} maxLength={wide ? 300 : 40} onChange={(event) => onChange(event.target.value)} />
    </label>
  )
}

interface SectionFieldsProps {
  section: Section
  number: number
  last: boolean
  onChange: (fields: Partial<Section>) => void
  onMove: (step: 1 | -1) => void
  onRemove: () => void
}

function SectionFields({ section, number, last, onChange, onMove, onRemove }: SectionFieldsProps) {
  const { t } = useTranslation('library')
  const { roles } = useTexts()
  return (
    <fieldset className={styles.section}>
      <legend className="visually-hidden">{t('editor.section', { number })}</legend>
      <div className={styles.sectionHead}>
        <Select
          value={section.role} aria-label={t('editor.role')} className={styles.role}
          options={SectionRole.options.map((role) => ({ value: role, label: roles[role] }))} onChange={(role) => onChange({ role })}
        />
        <Input
          value={section.heading} maxLength={200} aria-label={t('editor.heading')} placeholder={t('editor.headingHint')}
          onChange={(event) => onChange({ heading: event.target.value })}
        />
        <Button type="text" aria-label={t('editor.moveUp')} title={t('editor.moveUp')} disabled={number === 1} icon={<Icon name="up" />} onClick={() => onMove(-1)} />
        <Button type="text" aria-label={t('editor.moveDown')} title={t('editor.moveDown')} disabled={last} icon={<Icon name="down" />} onClick={() => onMove(1)} />
        <Button type="text" aria-label={t('editor.removeSection')} title={t('editor.removeSection')} icon={<Icon name="delete" />} onClick={onRemove} />
      </div>
      <textarea value={section.text} rows={4} aria-label={`${roles[section.role]} ${t('editor.text')}`} onChange={(event) => onChange({ text: event.target.value })} />
    </fieldset>
  )
}
