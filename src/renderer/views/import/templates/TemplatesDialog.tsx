import type { Template } from '#api'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../../app/client'
import { useChange } from '../../../app/useChange'
import { Icon } from '../../../components/Icon'
import { useTexts } from '../../../i18n'
import { TemplateForm } from './TemplateForm'
import styles from './templates.module.css'

export interface TemplatesDialogProps {
  /** The user's own. */
  templates: readonly Template[]
  /** Splits the file by it. */
  onUse: (id: string) => void
  onClose: () => void
}

/** The user's own templates: used, changed, deleted, or a new one made. A template that is saved splits the file at once. */
export function TemplatesDialog({ templates, onUse, onClose }: TemplatesDialogProps) {
  const { t } = useTranslation('import')
  const texts = useTexts()
  const client = useClient()
  const change = useChange()
  const [edited, setEdited] = useState<Template | 'new' | null>(templates.length === 0 ? 'new' : null)

  const splitBy = (id: string) => {
    onUse(id)
    onClose()
  }
  const save = async (template: Pick<Template, 'name' | 'sections' | 'caseMarkers'>) => {
    const id = edited === 'new' || edited === null ? {} : { id: edited.id }
    const saved = await change(() => client.imports.saveTemplate({ ...template, ...id }))
    if (saved !== undefined) splitBy(saved.template.id)
  }
  const remove = ({ id, name }: Template) => change(() => client.imports.deleteTemplate({ id }), { done: t('templates.deleted', { name }), undo: true })

  return (
    <Modal open width={640} title={edited === null ? t('templates.title') : edited === 'new' ? t('templates.new') : t('templates.edit')} footer={null} onCancel={onClose}>
      {edited === null ? (
        <>
          <ul className={styles.own}>
            {templates.map((template) => (
              <li key={template.id}>
                <span className={styles.what}>
                  <span>{template.name}</span>
                  <span className={styles.markers}>{template.sections.map(({ role, markers }) => `${texts.roles[role]} ${markers.join(' ')}`).join(' · ')}</span>
                </span>
                <Button size="small" onClick={() => splitBy(template.id)} aria-label={t('templates.useOf', { name: template.name })}>{t('templates.use')}</Button>
                <Button size="small" type="text" icon={<Icon name="edit" size={16} />} aria-label={t('templates.editOf', { name: template.name })} onClick={() => setEdited(template)} />
                <Button size="small" type="text" icon={<Icon name="delete" size={16} />} aria-label={t('templates.deleteOf', { name: template.name })} onClick={() => void remove(template)} />
              </li>
            ))}
          </ul>
          {templates.length === 0 && <p className={styles.note}>{t('templates.none')}</p>}
          <Button icon={<Icon name="plus" size={16} />} onClick={() => setEdited('new')}>{t('templates.new')}</Button>
        </>
      ) : <TemplateForm template={edited === 'new' ? null : edited} onSave={save} onCancel={() => (templates.length === 0 ? onClose() : setEdited(null))} />}
    </Modal>
  )
}
