import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../../../app/client'
import { useChange } from '../../../../app/useChange'
import { sendFiles, type Sending } from './send-files'

export interface Adding {
  /** How far it is; null where nothing is on its way. */
  sending: Sending | null
  add(files: File[]): void
  cancel(): void
}

/** Attaches files to a case, one lot at a time, and says how far it is. */
export function useAdding(caseId: string): Adding {
  const { t } = useTranslation('library')
  const client = useClient()
  const change = useChange()
  const [sending, setSending] = useState<Sending | null>(null)
  const stopping = useRef<AbortController | null>(null)

  const add = useCallback((files: File[]) => {
    if (files.length === 0 || stopping.current !== null) return
    const controller = new AbortController()
    stopping.current = controller
    const done = (names: string[]) => names.length === 1 ? t('attachments.added', { name: names[0] }) : t('attachments.addedMany', { count: names.length })
    void change(() => sendFiles(client, caseId, files, setSending, controller.signal), { done, undo: true }).then(() => {
      stopping.current = null
      setSending(null)
    })
  }, [change, client, caseId, t])
  const cancel = useCallback(() => stopping.current?.abort(), [])
  return { sending, add, cancel }
}
