import { useEffect, useState, type RefObject } from 'react'
import { useFailure } from '../../../../app/useFailure'
import { droppedFiles } from './send-files'

const BUNDLE = /\.jingjian$/iu

/**
 * Takes files dropped anywhere onto the case that `inside` is part of; a bundle is left to be imported.
 * @returns the element under the pointer that would take them; null while none are above it.
 */
export function useDrop(inside: RefObject<HTMLElement | null>, enabled: boolean, add: (files: File[]) => void): HTMLElement | null {
  const fail = useFailure()
  const [hovered, setHovered] = useState<HTMLElement | null>(null)

  useEffect(() => {
    const pane = inside.current?.closest<HTMLElement>('[role="region"]')?.parentElement
    if (!enabled || pane === null || pane === undefined) return
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      event.dataTransfer!.dropEffect = 'copy'
      setHovered(pane)
    }
    const leave = (event: DragEvent): void => {
      if (!(event.relatedTarget instanceof Node && pane.contains(event.relatedTarget))) setHovered(null)
    }
    const drop = (event: DragEvent): void => {
      setHovered(null)
      if (!carriesFiles(event) || [...event.dataTransfer!.files].some(({ name }) => BUNDLE.test(name))) return
      event.preventDefault()
      try {
        add(droppedFiles(event.dataTransfer!))
      } catch (error) {
        fail(error)
      }
    }
    pane.addEventListener('dragover', over)
    pane.addEventListener('dragleave', leave)
    pane.addEventListener('drop', drop)
    return () => {
      pane.removeEventListener('dragover', over)
      pane.removeEventListener('dragleave', leave)
      pane.removeEventListener('drop', drop)
    }
  }, [inside, enabled, add, fail])
  return hovered
}
