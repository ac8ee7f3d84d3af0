import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from './useFailure'
import { useToast } from './ToastProvider'
import { useTakeBack } from './useTakeBack'

export interface ChangeOptions<Result> {
  /** Said when it is done. */
  done?: string | ((result: Result) => string)
  /** What else the user should know of it. */
  hint?: (result: Result) => string | undefined
  /** Offer to take it back. */
  undo?: boolean
}

/**
 * Runs something that changes the library: everything shown is read anew, failures are shown in the user's language,
 * and on wish the message offers to undo.
 * @returns what `action` gave, or undefined where it failed.
 */
export function useChange(): <Result>(action: () => Promise<Result>, options?: ChangeOptions<Result>) => Promise<Result | undefined> {
  const queries = useQueryClient()
  const toast = useToast()
  const fail = useFailure()
  const takeBack = useTakeBack()
  const { t } = useTranslation('shell')

  return useCallback(async (action, options = {}) => {
    try {
      const result = await action()
      await queries.invalidateQueries()
      // An older message's undo would take back this change instead of the one it speaks of.
      if (options.done === undefined) toast(null)
      else {
        const hint = options.hint?.(result)
        toast({
          text: typeof options.done === 'string' ? options.done : options.done(result), ...(hint === undefined ? {} : { hint }),
          ...(options.undo === true ? { action: { label: t('undo'), run: () => void takeBack('undo') } } : {}),
        })
      }
      return result
    } catch (error) {
      fail(error)
      return undefined
    }
  }, [queries, toast, fail, takeBack, t])
}
