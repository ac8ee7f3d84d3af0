import { Input } from 'antd'
import { useState } from 'react'

interface NameFieldProps {
  label: string
  initial: string
  /** `initial` is only a proposal: Enter takes it as it is, and leaving the field gives up. */
  proposal?: boolean
  /** How many characters it may have. */
  longest?: number
  onDone: (name: string) => void
  onCancel: () => void
}

/** A one-line name: Enter and leaving the field keep it, Escape and an empty name give up. */
export function NameField({ label, initial, proposal = false, longest = 80, onDone, onCancel }: NameFieldProps) {
  const [name, setName] = useState(initial)
  const finish = (): void => {
    const wanted = name.trim()
    if (wanted === '' || (wanted === initial && !proposal)) onCancel()
    else onDone(wanted)
  }
  return (
    <Input
      size="small" autoFocus value={name} aria-label={label} placeholder={label} maxLength={longest}
      onChange={(event) => setName(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={proposal ? onCancel : finish}
      onKeyDown={(event) => {
        // Enter and Escape belong to the input method while it composes.
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') finish()
        if (event.key === 'Escape') onCancel()
      }}
    />
  )
}
