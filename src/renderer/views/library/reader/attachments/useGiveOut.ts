import { useCallback } from 'react'
import type { Attachment } from '#api'
import type { AttachmentOutcome } from '#api/bridge'
import { safeFileName } from '#api/file-name'
import { useTranslation } from 'react-i18next'
import { useOptions } from '../../../../app/options'
import { useToast } from '../../../../app/ToastProvider'
import { useFailure } from '../../../../app/useFailure'
import { useCapabilities } from '../../../../app/useStatus'

export interface GiveOut {
  /** Undefined where the host can show nothing in another program. */
  open?: (attachment: Attachment) => void
  save?: (attachment: Attachment) => void
  /** Saving is the browser's download. */
  isDownload: boolean
}

/** How this host hands an attachment to the user: through the shell's bridge, as a download, or not at all. */
export function useGiveOut(caseId: string): GiveOut {
  const { t } = useTranslation('library')
  const { bridge } = useOptions()
  const { attachmentAddress } = useCapabilities()
  const toast = useToast()
  const fail = useFailure()

  const told = useCallback(async (outcome: Promise<AttachmentOutcome>, tell: (done: boolean) => void) => {
    const result = await outcome
    if ('error' in result) fail(result.error)
    else tell(result.done)
  }, [fail])

  if (bridge !== undefined) {
    return {
      isDownload: false,
      open: ({ id }) => void told(bridge.openAttachment({ id: caseId, attachmentId: id }), (done) => {
        if (!done) toast({ text: t('attachments.cannotOpen'), hint: t('attachments.cannotOpenHint') })
      }),
      save: ({ id, name }) => void told(bridge.saveAttachment({ id: caseId, attachmentId: id }), (done) => {
        if (done) toast({ text: t('attachments.saved', { name }) })
      }),
    }
  }
  if (attachmentAddress === '') return { isDownload: false }
  return {
    isDownload: true,
    save({ id, name }) {
      const link = document.createElement('a')
      link.href = `${attachmentAddress}/${caseId}/${id}`
      link.download = safeFileName(name)
      link.click()
    },
  }
}
