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
    // A place where another mark begins or ends is shown as several elements in a row.
    const places = marks.filter(({ previousSibling }) => !(previousSibling instanceof HTMLElement && showsMark(previousSibling, wanted.termId)))
    const mark = places[wanted.turn % places.length]
    if (mark === undefined) return
    mark.scrollIntoView({ block: 'center', inline: 'center', behavior: 'smooth' })
    for (const each of marks) each.dataset.flash = ''
    const timer = setTimeout(() => marks.forEach((each) => delete each.dataset.flash), FLASH_MILLISECONDS)
    return () => {
      clearTimeout(timer)
      marks.forEach((each) => delete each.dataset.flash)
    }
  }, [wanted])

  const show = (termId: string) => setWanted((before) => ({ termId, turn: before?.termId === termId ? before.turn + 1 : 0 }))
  return { table, show }
}
