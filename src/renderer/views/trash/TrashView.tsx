import type { TrashedCase } from '#api'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '../../app/client'
import { useChange } from '../../app/useChange'
import { EmptyState } from '../../components/EmptyState'
import { TrashRow } from './TrashRow'
import styles from './trash.module.css'

/** Deleted cases, to be restored or destroyed: one, several or all. */
export function TrashView() {
  const { t } = useTranslation(['trash', 'shell'])
  const client = useClient()
  const change = useChange()
  const { modal } = App.useApp()
  const { data: trashed } = useQuery(useApi().trash.list.queryOptions())
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  if (trashed === undefined) return null
  if (trashed.length === 0) return <EmptyState quiet title={t('empty')} text={t('emptyHint')} />

  const chosen = trashed.filter(({ id }) => ticked.has(id))
  const tick = (id: string, isOn: boolean): void => setTicked(new Set(isOn ? [...ticked, id] : [...ticked].filter((other) => other !== id)))
  const titleOf = ({ title }: TrashedCase): string => (title === '' ? t('untitled') : title)

  const restore = async (cases: TrashedCase[]): Promise<void> => {
    const done = cases.length === 1 ? t('restoredOne', { title: titleOf(cases[0]!) }) : t('restored', { count: cases.length })
    await change(() => client.trash.restore({ ids: cases.map(({ id }) => id) }), { done, undo: true })
    setTicked(new Set())
  }
  const purge = (cases: TrashedCase[]): void => {
    modal.confirm({
      icon: null, okText: t('purge'), okButtonProps: { danger: true, type: 'default' }, cancelText: t('shell:cancel'), autoFocusButton: 'cancel',
      title: cases.length === 1 ? t('askOne', { title: titleOf(cases[0]!) }) : t('ask', { count: cases.length }),
      content: <><p>{t('warning')}</p><p className={styles.backups}>{t('backups')}</p></>,
      onOk: async () => {
        await change(() => client.trash.purge({ ids: cases.map(({ id }) => id) }), {
          done: ({ purged }) => t('purged', { count: purged }),
          hint: ({ finished, attachmentsKept }) => (finished ? attachmentsKept ? t('attachmentsKept') : undefined : t('unfinished')),
        })
        setTicked(new Set())
      },
    })
  }

  return (
    <div className={styles.scroller}>
      <div className={styles.page}>
        <h1>{t('title')}</h1>
        <p className={styles.lead}>{t('lead')}</p>
        <div className={styles.bar}>
          <Checkbox
            checked={chosen.length === trashed.length} indeterminate={chosen.length > 0 && chosen.length < trashed.length}
            onChange={({ target }) => setTicked(new Set(target.checked ? trashed.map(({ id }) => id) : []))}
          >
            {t('all')}
          </Checkbox>
          <span className={styles.count} role="status">{chosen.length > 0 ? t('chosen', { count: chosen.length }) : t('count', { count: trashed.length })}</span>
          <span className={styles.actions}>
            {chosen.length > 0
              ? (
                  <>
                    <Button onClick={() => void restore(chosen)}>{t('restoreChosen')}</Button>
                    <Button danger onClick={() => purge(chosen)}>{t('purgeChosen')}</Button>
                  </>
                )
              : <Button danger onClick={() => purge(trashed)}>{t('purgeAll')}</Button>}
          </span>
        </div>
        <ul className={styles.cases}>
          {trashed.map((item) => (
            <TrashRow
              key={item.id} item={item} title={titleOf(item)} isTicked={ticked.has(item.id)} onTick={(isOn) => tick(item.id, isOn)}
              onRestore={() => void restore([item])} onPurge={() => purge([item])}
            />
          ))}
        </ul>
      </div>
    </div>
  )
}
