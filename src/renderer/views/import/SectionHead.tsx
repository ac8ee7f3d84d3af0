import { SectionRole, type Reshape, type Section } from '#api'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTexts } from '../../i18n'
import styles from './shaping.module.css'

export interface SectionHeadProps {
  draftId: string
  section: Section
  /** It is the first, and can be joined to none. */
  first: boolean
  busy: boolean
  onShape: (operation: Reshape) => void
}

/** A section's heading and role, to be changed, with the way to join it to the one before. */
export function SectionHead({ draftId, section, first, busy, onShape }: SectionHeadProps) {
  const { t } = useTranslation('import')
  const texts = useTexts()
  const [heading, setHeading] = useState(section.heading)
  const keep = () => {
    if (heading !== section.heading) onShape({ kind: 'setSection', draftId, section: section.id, heading })
  }
  return (
    <div className={styles.head}>
      <h3 className={styles.visually}>{section.heading === '' ? texts.roles[section.role] : section.heading}</h3>
      <Input
        variant="borderless" className={styles.heading} value={heading} maxLength={200} disabled={busy} placeholder={texts.roles[section.role]}
        aria-label={t('shape.heading')} onChange={(event) => setHeading(event.target.value)} onBlur={keep} onPressEnter={keep}
      />
      <Select
        size="small" variant="borderless" value={section.role} disabled={busy} popupMatchSelectWidth={false} aria-label={t('shape.role')}
        options={SectionRole.options.map((role) => ({ value: role, label: texts.roles[role] }))}
        onChange={(role) => onShape({ kind: 'setSection', draftId, section: section.id, role })}
      />
      {!first && (
        <Button type="text" size="small" disabled={busy} onClick={() => onShape({ kind: 'mergeSection', draftId, section: section.id })}>{t('shape.mergeSection')}</Button>
      )}
    </div>
  )
}
