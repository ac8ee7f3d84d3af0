import { segments, type TextMark } from './segments'
import styles from './marked-text.module.css'

export interface MarkedTextProps {
  text: string
  marks: readonly TextMark[]
  /** The mark that stands out now, by its id. */
  active?: string | null
  /** Told the id of the mark under the pointer, and null when it leaves. */
  onHover?: (id: string | null) => void
}

/** A text with marked stretches. Each mark carries its ids in `data-marks`, so that a view can find and flash it. */
export function MarkedText({ text, marks, active = null, onHover }: MarkedTextProps) {
  return segments(text, marks).map((segment) => {
    if (segment.marks.length === 0) return segment.text
    // The one that stands out shows its own tone, even inside a longer one.
    const lead = segment.marks.find(({ id }) => id === active) ?? segment.marks[0]!
    return (
      <mark
        key={segment.start}
        className={styles.mark}
        data-tone={lead.tone}
        data-marks={segment.marks.map(({ id }) => id).join('\u001f')}
        data-active={lead.id === active || undefined}
        onPointerEnter={onHover === undefined ? undefined : () => onHover(segment.marks[0]!.id)}
        onPointerLeave={onHover === undefined ? undefined : () => onHover(null)}
      >
        {segment.text}
      </mark>
    )
  })
}

/** Whether an element inside a `MarkedText` shows the mark with this id. */
export function showsMark(element: HTMLElement, id: string): boolean {
  return element.dataset.marks?.split('\u001f').includes(id) ?? false
}
