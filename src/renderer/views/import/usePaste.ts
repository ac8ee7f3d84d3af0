import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { clipboardFiles, pastedFiles } from '../../app/incoming-files'
import { useToast } from '../../app/ToastProvider'
import { modifier } from '../../shell/modifier'

/** Takes what is pasted while no text field has the focus. */
export function usePaste(isWanted: boolean, onFiles: (files: File[]) => void): void {
  const { t } = useTranslation('import')
  const toast = useToast()
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (!isWanted || event.clipboardData === null || inTextField(event.target)) return
    event.preventDefault()
    const files = pastedFiles(event.clipboardData, t('drop.clipboard'))
    if (files.length > 0) onFiles(files)
    else toast({ text: t('drop.pasteEmpty') })
  })
  useEffect(() => {
    const listen = (event: ClipboardEvent) => paste(event)
    window.addEventListener('paste', listen)
    return () => window.removeEventListener('paste', listen)
  }, [])
}

/** What a button that pastes does: a browser may ask first, or refuse, and then the keys are named. */
export function usePasteButton(onFiles: (files: File[]) => void): () => void {
  const { t } = useTranslation('import')
  const toast = useToast()
  return () => {
    void (async () => {
      const files = await filesOfClipboard(t('drop.clipboard'))
      if (files === null) toast({ text: t('drop.pasteDenied', { key: modifier }), hint: t('drop.pasteDeniedHint') })
      else if (files.length > 0) onFiles(files)
      else toast({ text: t('drop.pasteEmpty') })
    })()
  }
}

/** Null where the clipboard may not be read. */
async function filesOfClipboard(name: string): Promise<File[] | null> {
  try {
    return await clipboardFiles(await navigator.clipboard.read(), name)
  } catch {
    return null
  }
}

function inTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('[role="dialog"]') !== null || target.matches('input:not([type=checkbox]), textarea, select')
}
