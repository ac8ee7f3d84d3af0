import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from './client'
import { useFailure } from './useFailure'
import { useToast } from './ToastProvider'

export interface ChangeOptions<Result> {
  /** Said when it is done. */
  done?: string | ((result: Result) => string)
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
  const client = useClient()
  const toast = useToast()
  const fail = useFailure()
  const { t } = useTranslation('shell')

  return useCallback(async (action, options = {}) => {
    try {
      const result = await action()
      await queries.invalidateQueries()
      if (options.done !== undefined) {
        toast({
          text: typeof options.done === 'string' ? options.done : options.done(result),
          ...(options.undo !== true ? {} : {
            action: {
              label: t('undo'),
              run: () => void client.history.undo().then(() => queries.invalidateQueries()).then(() => toast({ text: t('undone') })).catch(fail),
            },
          }),
        })
      }
      return result
    } catch (error) {
      fail(error)
      return undefined
    }
  }, [queries, client, toast, fail, t])
}
