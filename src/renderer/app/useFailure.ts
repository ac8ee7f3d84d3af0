import { errorText } from '#api/i18n'
import { useCallback } from 'react'
import { useLanguage } from '../i18n'
import { useToast } from './ToastProvider'

/** Puts a failure into the user's words: what happened, and what to do. */
export function useFailureText(): (error: unknown) => { code: string; message: string; hint: string } {
  const language = useLanguage()
  return useCallback((error) => {
    const aborted = error instanceof DOMException && error.name === 'AbortError'
    return errorText(aborted ? { code: 'CANCELLED' } : error, language)
  }, [language])
}

/** Shows a failure as a message; what the user cancelled needs none. */
export function useFailure(): (error: unknown) => void {
  const toast = useToast()
  const textOf = useFailureText()
  return useCallback((error) => {
    const { code, message, hint } = textOf(error)
    if (code !== 'CANCELLED') toast({ text: message, hint, tone: 'problem' })
  }, [toast, textOf])
}
