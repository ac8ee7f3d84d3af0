import type { QueryProblem } from '#api'
import { Input, type InputRef } from 'antd'
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLibrary } from '../../../app/LibraryState'
import { Icon } from '../../../components/Icon'
import { ChoiceList } from './ChoiceList'
import { Problems } from './Problems'
import { useChoices, type Choice } from './useChoices'
import { useDebounced } from './useDebounced'
import { useRecentQueries } from './useRecentQueries'
import styles from './search.module.css'

/** A part that is still being typed is no mistake yet. */
const PROBLEM_AFTER_MS = 600

interface SearchBoxProps {
  problems: QueryProblem[]
  /** Goes from the box into the list. */
  onDown: () => void
}

/** The one box: what is typed is searched at once, and what may be meant is offered beneath it. */
export function SearchBox({ problems, onDown }: SearchBoxProps) {
  const { t } = useTranslation('library')
  const { query, setQuery } = useLibrary()
  const { recent, remember, clear } = useRecentQueries()
  const field = useRef<InputRef>(null)
  const goingTo = useRef<number | null>(null)
  /** What the input method has not finished; it is not searched for. */
  const [composed, setComposed] = useState<string | null>(null)
  const [cursor, setCursor] = useState(0)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const id = useId()
  const choices = useChoices(query, Math.min(cursor, query.length), recent, open && composed === null)
  const shown = choices.length > 0
  const current = Math.min(active, choices.length - 1)
  const settled = useDebounced(query, PROBLEM_AFTER_MS) === query
  const told = settled ? problems : []

  useLayoutEffect(() => {
    const input = field.current?.input
    if (goingTo.current === null || input === null || input === undefined) return
    input.setSelectionRange(goingTo.current, goingTo.current)
    goingTo.current = null
  })

  const type = (text: string, at: number): void => {
    setQuery(text)
    setCursor(at)
    setOpen(true)
    setActive(-1)
  }
  const take = (choice: Choice): void => {
    goingTo.current = choice.cursor
    setQuery(choice.query)
    setCursor(choice.cursor)
    setActive(-1)
    // After a field's name its values are offered.
    setOpen(choice.kind === 'syntax')
    if (choice.kind !== 'syntax') remember(choice.query)
    field.current?.focus()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && shown) setActive(current + step < -1 ? choices.length - 1 : current + step >= choices.length ? -1 : current + step)
    else if ((event.key === 'Enter' || event.key === 'Tab') && shown && current >= 0 && !event.shiftKey) take(choices[current]!)
    else if (event.key === 'Escape' && shown) setOpen(false)
    else if (event.key === 'Escape' && query !== '') setQuery('')
    else if (event.key === 'ArrowDown') onDown()
    else if (event.key === 'Enter' && query.trim() !== '') {
      setOpen(false)
      remember(query)
      onDown()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      className={styles.box}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <Input
        ref={field} type="search" role="combobox" autoComplete="off" value={composed ?? query} placeholder={t('list.search')} aria-label={t('list.search')}
        aria-autocomplete="list" aria-expanded={shown} aria-controls={shown ? id : undefined}
        aria-activedescendant={shown && current >= 0 ? `${id}-${current}` : undefined}
        aria-invalid={told.length > 0} aria-describedby={told.length > 0 ? `${id}-problems` : undefined}
        {...(told.length > 0 ? { status: 'warning' as const } : {})}
        prefix={<Icon name="search" size={16} />}
        suffix={query !== '' && (
          <button type="button" className={styles.clear} aria-label={t('list.clear')} onClick={() => { setQuery(''); field.current?.focus() }}>
            <Icon name="close" size={14} />
          </button>
        )}
        onChange={(event) => {
          const { value, selectionStart } = event.target
          if ((event.nativeEvent as InputEvent).isComposing) setComposed(value)
          else {
            setComposed(null)
            type(value, selectionStart ?? value.length)
          }
        }}
        onCompositionEnd={({ currentTarget: { value, selectionStart } }) => {
          setComposed(null)
          type(value, selectionStart ?? value.length)
        }}
        onSelect={(event) => setCursor(event.currentTarget.selectionStart ?? query.length)}
        onFocus={() => query === '' && setOpen(true)}
        onClick={() => query === '' && setOpen(true)}
        onKeyDown={press}
      />
      {shown && <ChoiceList id={id} choices={choices} active={current} onHover={setActive} onTake={take} onClear={clear} />}
      {told.length > 0 && <Problems id={`${id}-problems`} problems={told} />}
    </div>
  )
}
