import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedAttachment } from '#api'
import { sizeText } from '#api/size-text'
import { useClient } from '../../../../app/client'
import { useChange } from '../../../../app/useChange'
import { useCapabilities } from '../../../../app/useStatus'
import { Icon } from '../../../../components/Icon'
import { NameField } from '../../../../components/NameField'
import styles from './attachments.module.css'
import { iconOf } from './file-kind'
import type { GiveOut } from './useGiveOut'

interface AttachmentRowProps {
  caseId: string
  attachment: ListedAttachment
  giveOut: GiveOut
}

export function AttachmentRow({ caseId, attachment, giveOut }: AttachmentRowProps) {
  const { t } = useTranslation('library')
  const client = useClient()
  const change = useChange()
  const { write } = useCapabilities()
  const [renaming, setRenaming] = useState(false)
  const { id: attachmentId, name, bytes, here } = attachment
  const { open, save, isDownload } = giveOut
  const main = open ?? save
  const field = `attachments/${attachmentId}`

  const rename = (next: string): void => {
    setRenaming(false)
    void change(() => client.attachments.rename({ id: caseId, attachmentId, name: next }))
  }
  const remove = () => change(() => client.attachments.remove({ id: caseId, attachmentId }), { done: t('attachments.removed', { name }), undo: true })
  const items = [
    ...(here && open !== undefined ? [{ key: 'open', icon: <Icon name="file" size={16} />, label: t('attachments.open'), onClick: () => open(attachment) }] : []),
    ...(here && save !== undefined
      ? [{ key: 'save', icon: <Icon name="import" size={16} />, label: t(isDownload ? 'attachments.download' : 'attachments.save'), onClick: () => save(attachment) }]
      : []),
    ...(write
      ? [
          { key: 'rename', icon: <Icon name="edit" size={16} />, label: t('attachments.rename'), onClick: () => setRenaming(true) },
          { key: 'remove', danger: true, icon: <Icon name="delete" size={16} />, label: t('attachments.remove'), onClick: () => void remove() },
        ]
      : []),
  ]
  return (
    <li className={styles.row}>
      <span className={styles.icon}><Icon name={iconOf(attachment)} size={18} /></span>
      {renaming
        ? <NameField label={t('attachments.name')} initial={name} onDone={rename} onCancel={() => setRenaming(false)} />
        : main !== undefined && here
          ? <button type="button" className={styles.name} title={name} data-field={field} onClick={() => main(attachment)}>{name}</button>
          : <span className={styles.name} title={name} data-field={field}>{name}</span>}
      {!here && <span className={styles.missing}>{t('attachments.missing')}</span>}
      <span className={styles.size}>{sizeText(bytes)}</span>
      {items.length > 0 && (
        <Dropdown trigger={['click']} placement="bottomRight" menu={{ items }}>
          <Button type="text" size="small" aria-label={t('attachments.more', { name })} icon={<Icon name="more" size={16} />} />
        </Dropdown>
      )}
    </li>
  )
}
