import { useCallback, useEffect, useState, type RefObject } from 'react'
import { joinedBlanks, placesOf } from '../../../../components/plain-text'
import { writtenIn } from '../../../../script/written'

export interface SelectedPassage {
  /** Name of the field the words stand in. */
  field: string
  /** The words as they are rendered, in the script they are stored in. */
  text: string
  /** How often the same words stand before them in the section. */
  earlier: number
  range: Range
}

/** The words the user has selected within one section beneath `root`; null while there are none. */
export function useSelectedPassage(root: RefObject<HTMLElement | null>, enabled: boolean): [SelectedPassage | null, () => void] {
  const [passage, setPassage] = useState<SelectedPassage | null>(null)
  const clear = useCallback(() => setPassage(null), [])

  useEffect(() => {
    if (!enabled) return
    // A selection is complete when the button or the key is let go; the browser puts it into place after the event.
    const read = (event: Event): void => {
      const within = event.target instanceof Node && root.current?.contains(event.target) === true
      if (within) setTimeout(() => setPassage(selectedIn(root.current)))
    }
    document.addEventListener('pointerup', read)
    document.addEventListener('keyup', read)
    return () => {
      document.removeEventListener('pointerup', read)
      document.removeEventListener('keyup', read)
    }
  }, [root, enabled])

  return [enabled ? passage : null, clear]
}

function selectedIn(root: HTMLElement | null): SelectedPassage | null {
  const selection = window.getSelection()
  if (root === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const start = sectionAround(range.startContainer)
  // A triple click selects up to the beginning of the next paragraph, which may lie outside.
  const end = sectionAround(range.endContainer)
  if (start === null || !root.contains(start) || (end !== start && range.endOffset !== 0)) return null
  const inside = range.cloneRange()
  if (end !== start) inside.setEndAfter(start.lastChild ?? start)
  const text = writtenIn(inside).trim()
  if (text === '') return null
  const before = document.createRange()
  before.setStart(start, 0)
  before.setEnd(inside.startContainer, inside.startOffset)
  const earlier = placesOf(joinedBlanks(writtenIn(before)).text, joinedBlanks(text).text).length
  return { field: start.dataset.field!, text, earlier, range: inside }
}

function sectionAround(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>('[data-field^="sections/"]') ?? null
}
