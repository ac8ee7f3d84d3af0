import { SectionRole, type Reshape, type Section } from '#api'
import { Button, Dropdown, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon'
import { useTexts } from '../../i18n'
import { BorderHandle } from './borders/BorderHandle'
import styles from './shaping.module.css'

export interface SectionHeadProps {
  draftId: string
  section: Section
  /** All of it is left out. */
  out: boolean
  /** It is the first, and can be joined to none. */
  first: boolean
  /** Its beginning, and the section before it, are in the part that is shown. */
  movable: boolean
  onShape: (operation: Reshape) => unknown
}

/** A section's heading and role, to be changed, and a menu to join it to the one before or to leave it out. */
export function SectionHead({ draftId, section, first, movable, out, onShape }: SectionHeadProps) {
  const { t } = useTranslation('import')
  const texts = useTexts()
  const [heading, setHeading] = useState(section.heading)
  const name = section.heading === '' ? texts.roles[section.role] : section.heading
  const keep = () => {
    if (heading !== section.heading) onShape({ kind: 'setSection', draftId, section: section.id, heading })
  }
  return (
    <div className={styles.head}>
      {movable && <BorderHandle border={{ kind: 'section', id: section.id }} name={t('border.moveSection', { heading: name })} />}
      <h3 className={styles.visually}>{name}</h3>
      <Input
        variant="borderless" className={styles.heading} value={heading} maxLength={200} placeholder={texts.roles[section.role]}
        aria-label={t('shape.heading')} onChange={(event) => setHeading(event.target.value)} onBlur={keep} onPressEnter={keep}
      />
      <Select
        size="small" variant="borderless" value={section.role} popupMatchSelectWidth={false} aria-label={t('shape.role')}
        options={SectionRole.options.map((role) => ({ value: role, label: texts.roles[role] }))}
        onChange={(role) => onShape({ kind: 'setSection', draftId, section: section.id, role })}
      />
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'merge', label: t('shape.mergeSection'), disabled: first, onClick: () => onShape({ kind: 'mergeSection', draftId, section: section.id }) },
            out
              ? { key: 'in', label: t('shape.takeInSection'), onClick: () => onShape({ kind: 'takeInSection', draftId, section: section.id }) }
              : { key: 'out', label: t('shape.leaveOutSection'), onClick: () => onShape({ kind: 'leaveOutSection', draftId, section: section.id }) },
          ],
        }}
      >
        <Button type="text" size="small" icon={<Icon name="more" size={16} />} aria-label={t('shape.sectionMenu', { heading: name })} title={t('shape.sectionMenu', { heading: name })} />
      </Dropdown>
    </div>
  )
}
