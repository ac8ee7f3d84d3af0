import { errorText } from '#api/i18n'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../i18n'
import { useToast } from './ToastProvider'

/** Puts a failure into the user's words: what happened, and what to do. */
export function useFailureText(): (error: unknown) => { code: string; message: string; hint: string } {
  const language = useLanguage()
  const { t } = useTranslation('shell')
  return useCallback((error) => {
    // What a browser says where the program that serves the page does not answer.
    if (error instanceof TypeError && /fetch|network/i.test(error.message)) {
      return { code: 'DISCONNECTED', message: t('disconnected.title'), hint: t('disconnected.hint') }
    }
    const aborted = error instanceof DOMException && error.name === 'AbortError'
    return errorText(aborted ? { code: 'CANCELLED' } : error, language)
  }, [language, t])
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
