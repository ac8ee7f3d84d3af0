import type { Case, RepairKind } from '#api'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../../app/client'
import { useChange } from '../../../app/useChange'

/** Applies or takes back all repairs of a kind, and says how many could not be, since their text was edited. */
export function useKindRepairs(item: Case): (kind: RepairKind, applied: boolean) => void {
  const { t } = useTranslation('library')
  const client = useClient()
  const change = useChange()
  return (kind, applied) => void change(
    () => client.cases.setRepairs({ id: item.id, kind, applied }),
    {
      done: t(applied ? 'repairs.accepted' : 'repairs.kept'), undo: true,
      hint: ({ missed }) => (missed.length === 0 ? undefined : t('repairs.missed', { count: missed.length })),
    },
  )
}
