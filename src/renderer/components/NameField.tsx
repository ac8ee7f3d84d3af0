import { Input } from 'antd'
import { useState } from 'react'

interface NameFieldProps {
  label: string
  initial: string
  onDone: (name: string) => void
  onCancel: () => void
}

/** A one-line name: Enter keeps it, Escape and leaving the field without a name give up. */
export function NameField({ label, initial, onDone, onCancel }: NameFieldProps) {
  const [name, setName] = useState(initial)
  const finish = (): void => {
    const wanted = name.trim()
    if (wanted === '' || wanted === initial) onCancel()
    else onDone(wanted)
  }
  return (
    <Input
      size="small" autoFocus value={name} aria-label={label} placeholder={label} maxLength={80}
      onChange={(event) => setName(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        // Enter and Escape belong to the input method while it composes.
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') finish()
        if (event.key === 'Escape') onCancel()
      }}
    />
  )
}
