import { useEffect, useEffectEvent } from 'react'

/** Ctrl+Z takes the last change of the preview back, Ctrl+Shift+Z or Ctrl+Y does it again; a field has its own. */
export function useUndoKeys(onUndo: () => unknown, onRedo: () => unknown): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isField = event.target instanceof HTMLElement && event.target.matches('input:not([type="checkbox"]), textarea, [contenteditable]')
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isField) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    // The library's own undo would take back what was imported before.
    event.preventDefault()
    event.stopImmediatePropagation()
    if (key === 'y' || event.shiftKey) onRedo()
    else onUndo()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}
