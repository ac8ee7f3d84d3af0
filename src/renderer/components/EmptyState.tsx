import type { ReactNode } from 'react'
import { Mark } from './Mark'
import styles from './empty-state.module.css'

/** What is said where there is nothing to show: why, and what to do next. */
export function EmptyState({ title, text, quiet = false, children }: { title: string; text?: string; quiet?: boolean; children?: ReactNode }) {
  return (
    <div className={styles.state} data-quiet={quiet || undefined}>
      <div className={styles.mark}><Mark size={quiet ? 56 : 112} /></div>
      <h2 className={styles.title}>{title}</h2>
      {text !== undefined && <p className={styles.text}>{text}</p>}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  )
}
