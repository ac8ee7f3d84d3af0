import { useQuery } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useRef } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Case } from '#api'
import { sizeText } from '#api/size-text'
import { useApi } from '../../../../app/client'
import { useCapabilities } from '../../../../app/useStatus'
import { Icon } from '../../../../components/Icon'
import shared from '../reader.module.css'
import styles from './attachments.module.css'
import { AttachmentRow } from './AttachmentRow'
import type { Sending } from './send-files'
import { useAdding } from './useAdding'
import { useDrop } from './useDrop'
import { useGiveOut } from './useGiveOut'

/** The files kept with a case; takes new ones by its button, and by a drop onto it. */
export function Attachments({ item }: { item: Case }) {
  const { t } = useTranslation('library')
  const { write } = useCapabilities()
  const giveOut = useGiveOut(item.id)
  const { sending, add, cancel } = useAdding(item.id)
  const { data } = useQuery(useApi().attachments.list.queryOptions({ input: { id: item.id } }))
  const chooser = useRef<HTMLInputElement>(null)
  const section = useRef<HTMLElement>(null)
  const pane = useDrop(section, write, add)
  const attachments = data ?? []
  if (!write && attachments.length === 0) return null

  return (
    <section ref={section} className={shared.section}>
      <h2 className={shared.label}>{t('attachments.title')}</h2>
      <div className={styles.body}>
        {attachments.length > 0 && (
          <ul className={styles.list} aria-label={t('attachments.title')}>
            {attachments.map((attachment) => <AttachmentRow key={attachment.id} caseId={item.id} attachment={attachment} giveOut={giveOut} />)}
          </ul>
        )}
        {sending !== null && <SendingRow sending={sending} onCancel={cancel} />}
        {write && sending === null && (
          <div className={styles.foot}>
            <button type="button" className={shared.addTag} onClick={() => chooser.current?.click()}><Icon name="attach" size={15} />{t('attachments.add')}</button>
            <span className={styles.hint}>{t('attachments.dropHere')}</span>
            <input
              ref={chooser} type="file" multiple hidden aria-label={t('attachments.add')} tabIndex={-1}
              onChange={(event) => {
                add([...(event.target.files ?? [])])
                event.target.value = ''
              }}
            />
          </div>
        )}
      </div>
      {pane !== null && createPortal(<div className={styles.veil}><Icon name="attach" size={32} /><p>{t('attachments.drop')}</p></div>, pane)}
    </section>
  )
}

function SendingRow({ sending: { name, done, total }, onCancel }: { sending: Sending; onCancel: () => void }) {
  const { t } = useTranslation('library')
  const label = done === total ? t('attachments.finishing') : t('attachments.adding', { name })
  return (
    <div className={styles.sending}>
      <span className={styles.sendingName} role="status">{label}</span>
      <span className={styles.size}>{sizeText(done)} / {sizeText(total)}</span>
      <Button size="small" onClick={onCancel}>{t('attachments.cancel')}</Button>
      <Progress percent={total === 0 ? 100 : Math.round((done / total) * 100)} showInfo={false} size={{ height: 3 }} aria-label={label} />
    </div>
  )
}
