import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../app/client'
import { useLibrary } from '../app/LibraryState'
import { Icon, type IconName } from '../components/Icon'
import { useCommands } from './useCommands'
import styles from './palette.module.css'

interface Choice {
  key: string
  icon: IconName
  label: string
  note: string
  run: () => void
}

const CASES_SHOWN = 8

/** Ctrl/Cmd+K: every action and every case by name, pinyin or initials. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell')
  const api = useApi()
  const { openCase } = useLibrary()
  const commands = useCommands()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const wanted = useDeferredValue(text.trim())
  const { data } = useQuery({
    ...api.search.query.queryOptions({ input: { query: wanted, limit: CASES_SHOWN } }),
    enabled: wanted !== '',
    placeholderData: (before) => before,
  })

  const matching = commands.filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()))
  const hits = wanted === '' ? [] : data?.hits ?? []
  const choices: Choice[] = [
    ...hits.map((hit): Choice => ({ key: hit.id, icon: 'book', label: hit.title, note: '', run: () => openCase(hit.id) })),
    ...matching.map((command): Choice => ({ ...command, note: command.shortcut ?? '' })),
  ]
  const current = Math.min(active, Math.max(0, choices.length - 1))

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const choose = (choice: Choice | undefined): void => {
    if (choice === undefined) return
    onClose()
    choice.run()
  }

  return (
    <Modal
      open footer={null} closable={false} onCancel={onClose} width={600} className={styles.palette} style={{ top: '14vh' }}
      title={<span className="visually-hidden">{t('palette.label')}</span>}
    >
      <div className={styles.field}>
        <Icon name="search" />
        <input
          autoFocus role="combobox" aria-expanded="true" aria-controls={id} aria-label={t('palette.label')} aria-autocomplete="list"
          aria-activedescendant={choices.length > 0 ? `${id}-${current}` : undefined}
          placeholder={t('palette.placeholder')} value={text}
          onChange={(event) => { setText(event.target.value); setActive(0) }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
            if (step !== 0) {
              event.preventDefault()
              setActive((current + step + choices.length) % Math.max(1, choices.length))
            }
            if (event.key === 'Enter') choose(choices[current])
          }}
        />
      </div>
      <div ref={list} id={id} role="listbox" aria-label={t('palette.label')} className={styles.choices} tabIndex={-1}>
        {choices.map((choice, index) => (
          <div
            key={choice.key} id={`${id}-${index}`} role="option" aria-selected={index === current} className={styles.choice}
            onMouseMove={() => setActive(index)} onClick={() => choose(choice)}
          >
            <Icon name={choice.icon} size={17} />
            <span className={styles.label}>{choice.label}</span>
            <kbd>{choice.note}</kbd>
          </div>
        ))}
      </div>
      {choices.length === 0 && <p className={styles.nothing}>{t('palette.nothing')}</p>}
      <p className={styles.keys}>{t('palette.keys')}</p>
    </Modal>
  )
}
