import { errorCodes, type ErrorCode, type ErrorData } from '#api'
import { ORPCError } from '@orpc/client'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from './ToastProvider'

/** A failure's code and circumstances; whatever is not of the contract counts as INTERNAL. */
export function failureOf(error: unknown): { code: ErrorCode; data: ErrorData } {
  if (error instanceof ORPCError && (errorCodes as string[]).includes(error.code)) {
    return { code: error.code as ErrorCode, data: (error.data ?? {}) as ErrorData }
  }
  if (error instanceof DOMException && error.name === 'AbortError') return { code: 'CANCELLED', data: {} }
  return { code: 'INTERNAL', data: {} }
}

/** Puts a failure into the user's words: what happened, and what to do. */
export function useFailureText(): (error: unknown) => { text: string; hint: string } {
  const { t } = useTranslation('vocabulary')
  return useCallback((error) => {
    const { code, data } = failureOf(error)
    return { text: t(`errors.${code}`, { ...data }), hint: t(`hints.${code}`, { ...data, defaultValue: '' }) }
  }, [t])
}

/** Shows a failure as a message; a cancelled action needs none. */
export function useFailure(): (error: unknown) => void {
  const toast = useToast()
  const textOf = useFailureText()
  return useCallback((error) => {
    if (failureOf(error).code === 'CANCELLED') return
    console.error(error)
    toast({ ...textOf(error), tone: 'problem' })
  }, [toast, textOf])
}
