import type { Selection } from '#api'
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { ConflictsDialog } from '../components/conflicts/ConflictsDialog'
import { ExportDialog } from '../components/export-dialog/ExportDialog'

export interface Dialogs {
  /** Asks for a format and exports the selection. */
  openExport(selection: Selection): void
  /** Shows what differs from colleagues' versions, of one record or of all. */
  openConflicts(id?: string): void
}

const DialogsContext = createContext<Dialogs | null>(null)

export function useDialogs(): Dialogs {
  const dialogs = useContext(DialogsContext)
  if (dialogs === null) throw new Error('no dialogs: render inside Shell')
  return dialogs
}

/** Dialogs that any view may open. */
export function DialogsProvider({ children }: { children: ReactNode }) {
  const [exporting, setExporting] = useState<Selection | null>(null)
  const [conflicts, setConflicts] = useState<{ id: string | null } | null>(null)
  const dialogs = useMemo<Dialogs>(() => ({
    openExport: setExporting,
    openConflicts: (id) => setConflicts({ id: id ?? null }),
  }), [])
  return (
    <DialogsContext value={dialogs}>
      {children}
      {conflicts !== null && <ConflictsDialog id={conflicts.id} onClose={() => setConflicts(null)} />}
      {exporting !== null && <ExportDialog open selection={exporting} onClose={() => setExporting(null)} />}
    </DialogsContext>
  )
}
