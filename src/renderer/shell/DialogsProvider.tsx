import type { Selection } from '#api'
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { ExportDialog } from '../components/export-dialog/ExportDialog'

export interface Dialogs {
  /** Asks for a format and exports the selection. */
  openExport(selection: Selection): void
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
  const dialogs = useMemo<Dialogs>(() => ({ openExport: setExporting }), [])
  return (
    <DialogsContext value={dialogs}>
      {children}
      {exporting !== null && <ExportDialog open selection={exporting} onClose={() => setExporting(null)} />}
    </DialogsContext>
  )
}
