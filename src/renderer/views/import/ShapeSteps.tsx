import type { ImportPreview } from '#api'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon'

export interface ShapeStepsProps {
  preview: Pick<ImportPreview, 'canUndo' | 'canRedo'>
  onUndo: () => void
  onRedo: () => void
}

/** Takes back the last change of how the preview is cut and read, and does it again. */
export function ShapeSteps({ preview, onUndo, onRedo }: ShapeStepsProps) {
  const { t } = useTranslation('import')
  return (
    <>
      <Button
        icon={<Icon name="undo" size={16} />} disabled={!preview.canUndo} aria-label={t('shape.undo')} title={`${t('shape.undo')} (Ctrl+Z)`}
        aria-keyshortcuts="Control+Z" onClick={onUndo}
      />
      <Button
        icon={<Icon name="redo" size={16} />} disabled={!preview.canRedo} aria-label={t('shape.redo')} title={`${t('shape.redo')} (Ctrl+Y)`}
        aria-keyshortcuts="Control+Y" onClick={onRedo}
      />
    </>
  )
}
