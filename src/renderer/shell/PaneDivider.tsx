import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import styles from './divider.module.css'

interface PaneDividerProps {
  label: string
  /** Width of the pane to the left, in CSS pixels. */
  value: number
  min: number
  max: number
  /** The width a double click goes back to. */
  normal: number
  onChange: (width: number) => void
}

const STEP = 16
const LARGE_STEP = 64

/** The line between two panes: dragged, or moved with the arrow keys; a double click or Enter gives the usual width. */
export function PaneDivider({ label, value, min, max, normal, onChange }: PaneDividerProps) {
  const drag = useRef<{ x: number; width: number } | null>(null)
  const [dragging, setDragging] = useState(false)
  const clamp = (width: number): number => Math.round(Math.min(max, Math.max(min, width)))

  const start = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, width: value }
    setDragging(true)
  }
  const move = (event: PointerEvent): void => {
    if (drag.current !== null) onChange(clamp(drag.current.width + event.clientX - drag.current.x))
  }
  const stop = (): void => {
    drag.current = null
    setDragging(false)
  }
  const press = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? LARGE_STEP : STEP
    const widths: Record<string, number> = {
      ArrowLeft: value - step, ArrowRight: value + step, Home: min, End: max, Enter: normal,
    }
    const width = widths[event.key]
    if (width === undefined) return
    event.preventDefault()
    onChange(clamp(width))
  }

  return (
    <div
      className={styles.divider} role="separator" tabIndex={0} aria-orientation="vertical" aria-label={label}
      aria-valuenow={value} aria-valuemin={min} aria-valuemax={max} data-dragging={dragging || undefined}
      onPointerDown={start} onPointerMove={move} onPointerUp={stop} onPointerCancel={stop}
      onDoubleClick={() => onChange(normal)} onKeyDown={press}
    />
  )
}
