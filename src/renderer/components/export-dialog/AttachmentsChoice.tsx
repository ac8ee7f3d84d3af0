import type { Selection } from '#api'
import { sizeText } from '#api/size-text'
import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../app/client'
import { ContentRemarks } from '../content-remarks/ContentRemarks'

export interface AttachmentsChoiceProps {
  selection: Selection
  value: boolean
  onChange: (value: boolean) => void
}

/** Whether a bundle takes the attachments along, with how much that is and what stays behind; nothing where there are none. */
export function AttachmentsChoice({ selection, value, onChange }: AttachmentsChoiceProps) {
  const { t } = useTranslation('export')
  const { data } = useQuery(useApi().exports.attachments.queryOptions({ input: selection }))
  if (data === undefined || data.files + data.remarks.length === 0) return null
  return (
    <>
      {data.files > 0 && (
        <Checkbox checked={value} onChange={(event) => onChange(event.target.checked)}>
          {t('withAttachments', { count: data.files, size: sizeText(data.bytes) })}
        </Checkbox>
      )}
      {(value || data.files === 0) && <ContentRemarks remarks={data.remarks} lead={t('staysBehind', { count: data.remarks.length })} />}
    </>
  )
}
