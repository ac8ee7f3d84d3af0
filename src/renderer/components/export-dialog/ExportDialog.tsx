import type { Selection } from '#api'
import { Modal } from 'antd'

export interface ExportDialogProps {
  open: boolean
  selection: Selection
  onClose: () => void
}

export function ExportDialog({ open, onClose }: ExportDialogProps) {
  return <Modal open={open} onCancel={onClose} footer={null} />
}
