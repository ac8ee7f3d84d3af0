import { use, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../components/Icon'
import { BorderControlsContext } from './BorderMoves'
import styles from './borders.module.css'
import type { Border } from './places'

/** Pixels that a press may waver without being a drag. */
const WAVER = 4

export interface BorderHandleProps {
  border: Border
  name: string
  children?: ReactNode
}

/** Takes hold of a border: with the pointer it is dragged, with Alt and the arrow keys moved by a paragraph. */
export function BorderHandle({ border, name, children }: BorderHandleProps) {
  const { t } = useTranslation('import')
  const controls = use(BorderControlsContext)
  const pressed = useRef<{ y: number; dragged: boolean } | null>(null)
  const letGo = () => {
    if (pressed.current?.dragged === true) controls?.giveUp()
    pressed.current = null
  }
  return (
    <button
      type="button" className={styles.handle} aria-label={name} title={`${name}\n${t('border.how')}`} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      onPointerDown={(event) => {
        if (event.button !== 0 || !event.isPrimary) return
        event.currentTarget.setPointerCapture(event.pointerId)
        pressed.current = { y: event.clientY, dragged: false }
      }}
      onPointerMove={(event) => {
        const press = pressed.current
        if (press === null) return
        if (!press.dragged) {
          if (Math.abs(event.clientY - press.y) < WAVER) return
          press.dragged = true
          controls?.begin(border, event.currentTarget)
        }
        controls?.aim(event.clientY)
      }}
      onPointerUp={() => {
        if (pressed.current?.dragged === true) controls?.drop()
        pressed.current = null
      }}
      onPointerCancel={letGo} onLostPointerCapture={letGo}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        controls?.step(border, event.key === 'ArrowUp' ? -1 : 1)
      }}
    >
      <Icon name="grip" size={16} />
      {children}
    </button>
  )
}
