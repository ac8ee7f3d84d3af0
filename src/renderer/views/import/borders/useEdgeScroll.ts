import { useEffect, useRef, type RefObject } from 'react'

/** Pixels at either edge of a view in which it scrolls, and the most it scrolls in one frame. */
const EDGE = 56
const FASTEST = 14

/**
 * Scrolls a view while something is dragged near its upper or lower edge.
 * @param onScroll is told the height of the pointer, under which something else lies now.
 * @returns what is to be told each height of the pointer.
 */
export function useEdgeScroll(scroller: RefObject<HTMLElement | null>, active: boolean, onScroll: (y: number) => void): (y: number) => void {
  const pointer = useRef<number | null>(null)
  const told = useRef(onScroll)
  useEffect(() => {
    told.current = onScroll
  })
  useEffect(() => {
    if (!active) return
    let frame = requestAnimationFrame(function scroll() {
      frame = requestAnimationFrame(scroll)
      const view = scroller.current
      if (view === null || pointer.current === null) return
      const { top, bottom } = view.getBoundingClientRect()
      const by = speed(pointer.current - bottom + EDGE) - speed(top + EDGE - pointer.current)
      if (by === 0) return
      const before = view.scrollTop
      view.scrollTop = before + by
      if (view.scrollTop !== before) told.current(pointer.current)
    })
    return () => {
      cancelAnimationFrame(frame)
      pointer.current = null
    }
  }, [active, scroller])
  return (y) => {
    pointer.current = y
  }
}

/** Pixels a frame, the more the farther the pointer is within the edge or beyond it. */
function speed(depth: number): number {
  return Math.ceil(FASTEST * Math.min(1, Math.max(0, depth / EDGE)))
}
