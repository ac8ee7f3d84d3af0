import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Popover } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '../../../app/client'
import { useChange } from '../../../app/useChange'
import { NameField } from '../../../components/NameField'
import { useActions } from '../../../shell/useActions'
import styles from './list.module.css'

/** Asks for a tag and puts it on the cases. */
export function TagPopover({ ids, children }: { ids: string[]; children: ReactElement }) {
  const { t } = useTranslation('library')
  const [open, setOpen] = useState(false)
  const { tagCases } = useActions()
  return (
    <Popover
      trigger="click" open={open} onOpenChange={setOpen} destroyOnHidden
      content={<TagField label={t('selection.newTag')} onDone={(tag) => { setOpen(false); void tagCases(ids, tag) }} onCancel={() => setOpen(false)} />}
    >
      {children}
    </Popover>
  )
}

interface TagFieldProps {
  label: string
  onDone: (tag: string) => void
  onCancel: () => void
}

/** A tag by name, with those in use offered. */
export function TagField({ label, onDone, onCancel }: TagFieldProps) {
  const { data: tags = [] } = useQuery(useApi().cases.tags.queryOptions())
  const [text, setText] = useState('')
  return (
    <AutoComplete
      size="small" autoFocus value={text} placeholder={label} aria-label={label} className={styles.tagField} maxLength={80}
      options={tags.filter(({ tag }) => tag.includes(text)).slice(0, 30).map(({ tag }) => ({ value: tag }))}
      onChange={setText}
      onSelect={(tag: string) => onDone(tag)}
      onBlur={onCancel}
      onInputKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') onCancel()
        // An option under the arrow keys is chosen by onSelect.
        const choosing = event.currentTarget.getAttribute('aria-activedescendant') !== null
        if (event.key === 'Enter' && !choosing && text.trim() !== '') onDone(text.trim())
      }}
      defaultActiveFirstOption={false}
    />
  )
}

/** Puts the cases into a collection kept by hand, or into a new one. */
export function CollectPopover({ ids, children }: { ids: string[]; children: ReactElement }) {
  const { t } = useTranslation('library')
  const client = useClient()
  const change = useChange()
  const { collectCases } = useActions()
  const [open, setOpen] = useState(false)
  const { data: collections = [] } = useQuery(useApi().collections.list.queryOptions())
  const create = (name: string): void => {
    setOpen(false)
    void change(() => client.collections.create({ name, caseIds: ids }), { done: t('selection.collected', { name }), undo: true })
  }
  return (
    <Popover
      trigger="click" open={open} onOpenChange={setOpen} destroyOnHidden
      content={(
        <div className={styles.collect}>
          {collections.filter(({ query }) => query === '').map((collection) => (
            <button key={collection.id} type="button" onClick={() => { setOpen(false); void collectCases(ids, collection) }}>{collection.name}</button>
          ))}
          <NameField label={t('selection.newCollection')} initial="" proposal onDone={create} onCancel={() => setOpen(false)} />
        </div>
      )}
    >
      {children}
    </Popover>
  )
}
