import { useEffect, useEffectEvent } from 'react'

/** N and P step through the repaired spots, Esc leaves the one that is open; not while the user types. */
export function useStepKeys(onStep: (direction: 1 | -1) => void, onLeave: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
    const key = event.key.toLowerCase()
    if (key === 'escape') return onLeave()
    if (key !== 'n' && key !== 'p') return
    event.preventDefault()
    onStep(key === 'n' ? 1 : -1)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('[role="dialog"], [role="listbox"]') !== null) return true
  return target.matches('textarea, select') || (target instanceof HTMLInputElement && target.type !== 'checkbox')
}
