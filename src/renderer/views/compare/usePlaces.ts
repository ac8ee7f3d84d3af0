import { useEffect, useRef, useState, type RefObject } from 'react'
import { showsMark } from '../../components/marked-text'

const FLASH_MILLISECONDS = 1400

/**
 * Brings the marks of a term into view one after the other: each call for the same term goes to its next place. It
 * waits for the render that shows the place.
 */
export function usePlaces(): { table: RefObject<HTMLDivElement | null>; show: (termId: string) => void } {
  const table = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState<{ termId: string; turn: number } | null>(null)

  useEffect(() => {
    if (wanted === null) return
    const marks = [...(table.current?.querySelectorAll('mark') ?? [])].filter((mark) => showsMark(mark, wanted.termId))
    const mark = marks[wanted.turn % marks.length]
    if (mark === undefined) return
    mark.scrollIntoView({ block: 'center', inline: 'center', behavior: 'smooth' })
    for (const each of marks) each.dataset.flash = each === mark ? 'first' : 'other'
    const timer = setTimeout(() => marks.forEach((each) => delete each.dataset.flash), FLASH_MILLISECONDS)
    return () => {
      clearTimeout(timer)
      marks.forEach((each) => delete each.dataset.flash)
    }
  }, [wanted])

  const show = (termId: string) => setWanted((before) => ({ termId, turn: before?.termId === termId ? before.turn + 1 : 0 }))
  return { table, show }
}
