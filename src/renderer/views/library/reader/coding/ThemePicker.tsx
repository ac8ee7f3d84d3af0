import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../app/client'
import { Icon } from '../../../../components/Icon'
import styles from './coding.module.css'

interface ThemePickerProps {
  /** The words that are to be coded. */
  quote: string
  /** Takes a theme's id, or the name of a new one, and what it is called. */
  onChoose: (theme: string, name: string) => void
}

/** The codebook's themes, found by their name; a name that none has becomes a new one. */
export function ThemePicker({ quote, onChoose }: ThemePickerProps) {
  const { t } = useTranslation('library')
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const { data: themes = [] } = useQuery(useApi().coding.themes.queryOptions())
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)

  const wanted = text.trim()
  const choices: { key: string; theme: string; name: string; definition: string; colour: string; isNew: boolean }[] = themes
    .filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()))
    .map((theme) => ({ key: theme.id, theme: theme.id, name: theme.name, definition: theme.definition, colour: theme.colour, isNew: false }))
  if (wanted !== '' && !themes.some(({ name }) => name === wanted)) {
    choices.push({ key: 'new', theme: wanted, name: wanted, definition: '', colour: '', isNew: true })
  }
  const current = Math.min(active, choices.length - 1)

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setActive((current + step + choices.length) % Math.max(1, choices.length))
    }
    const choice = choices[current]
    if (event.key === 'Enter' && choice !== undefined) onChoose(choice.theme, choice.name)
  }

  return (
    <div role="dialog" aria-label={t('coding.label')}>
      <p className={styles.quote}>{quote}</p>
      <input
        autoFocus role="combobox" aria-expanded="true" aria-controls={id} aria-autocomplete="list" aria-label={t('coding.find')} placeholder={t('coding.find')}
        aria-activedescendant={current >= 0 ? `${id}-${current}` : undefined} maxLength={120} className={styles.find}
        value={text} onChange={(event) => { setText(event.target.value); setActive(0) }} onKeyDown={press}
      />
      <div ref={list} id={id} role="listbox" aria-label={t('coding.label')} className={styles.themes}>
        {choices.map((choice, index) => (
          <div
            key={choice.key} id={`${id}-${index}`} role="option" aria-selected={index === current} title={choice.definition}
            onMouseMove={() => setActive(index)} onClick={() => onChoose(choice.theme, choice.name)}
          >
            {choice.colour === '' ? <Icon name={choice.isNew ? 'plus' : 'theme'} size={15} /> : <span className={styles.spot} style={{ background: choice.colour }} />}
            {choice.isNew ? t('coding.create', { name: choice.name }) : choice.name}
          </div>
        ))}
      </div>
    </div>
  )
}
