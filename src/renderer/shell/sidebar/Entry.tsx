import type { ReactNode } from 'react'
import { Icon, type IconName } from '../../components/Icon'
import styles from './sidebar.module.css'

interface EntryProps {
  icon?: IconName
  /** A spot of colour in the icon's place. */
  colour?: string
  label: string
  title?: string
  count?: number | undefined
  current: boolean
  depth?: number
  onOpen: () => void
  /** A button that appears at the end of the line. */
  action?: ReactNode
}

export function Entry({ icon, colour, label, title, count, current, depth = 0, onOpen, action }: EntryProps) {
  return (
    <li className={styles.entry} data-current={current || undefined}>
      <button
        type="button" data-entry onClick={onOpen} aria-current={current ? 'page' : undefined} title={title}
        style={{ paddingInlineStart: 10 + depth * 14 }}
      >
        {icon !== undefined && <Icon name={icon} size={17} />}
        {colour !== undefined && <span className={styles.spot} style={{ background: colour }} />}
        <span className={styles.label}>{label}</span>
        {count !== undefined && <span className={styles.count}>{count}</span>}
      </button>
      {action}
    </li>
  )
}

export function EntryGroup({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.group} aria-label={title}>
      <h2>{title}{action}</h2>
      <ul className={styles.entries}>{children}</ul>
    </section>
  )
}
