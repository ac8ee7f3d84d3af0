import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useTexts } from '../i18n'
import { useClient } from './client'
import { useToast } from './ToastProvider'
import { useFailure } from './useFailure'

/** Undoes or redoes the last command, says what it was, and offers the way back. */
export function useTakeBack(): (kind: 'undo' | 'redo') => Promise<void> {
  const { t } = useTranslation('shell')
  const { commands } = useTexts()
  const client = useClient()
  const queries = useQueryClient()
  const toast = useToast()
  const fail = useFailure()

  return useCallback(async function takeBack(kind): Promise<void> {
    try {
      const { name } = await client.history[kind]()
      await queries.invalidateQueries()
      const what = commands[name] ?? name
      const other = kind === 'undo' ? 'redo' : 'undo'
      toast({
        text: t(kind === 'undo' ? 'undoneWhat' : 'redoneWhat', { what }),
        action: { label: t(other), run: () => void takeBack(other) },
      })
    } catch (error) {
      fail(error)
    }
  }, [client, queries, commands, toast, t, fail])
}
