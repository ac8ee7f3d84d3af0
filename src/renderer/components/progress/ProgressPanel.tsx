import type { Progress as Step } from '#api'
import { Button, Progress } from 'antd'
import styles from './progress.module.css'

export interface ProgressPanelProps {
  /** Null until the first report. */
  progress: Step | null
  /** The stage in words. */
  stage: string
  /** How far in words, such as “3 / 8”. */
  count?: string
  cancelLabel: string
  onCancel: () => void
}

/** What a long action is doing, how far it is, and the way out of it. */
export function ProgressPanel({ progress, stage, count, cancelLabel, onCancel }: ProgressPanelProps) {
  const known = progress !== null && progress.total > 0
  const percent = known ? Math.round((progress.done / progress.total) * 100) : 0
  return (
    <div className={styles.panel} aria-live="polite">
      <p className={styles.stage}>
        <span>{stage}</span>
        {known && count !== undefined && <span className={styles.count}>{count}</span>}
      </p>
      <Progress percent={known ? percent : 100} showInfo={false} status={known ? 'normal' : 'active'} size={{ height: 3 }} aria-label={stage} />
      <p className={styles.label} title={progress?.label}>{progress?.label}</p>
      <Button onClick={onCancel}>{cancelLabel}</Button>
    </div>
  )
}
