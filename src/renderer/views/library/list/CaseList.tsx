import { Dropdown } from 'antd'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLibrary } from '../../../app/LibraryState'
import { useFailureText } from '../../../app/useFailure'
import { useCapabilities } from '../../../app/useStatus'
import { EmptyState } from '../../../components/EmptyState'
import { useActions } from '../../../shell/useActions'
import { useRows } from '../useRows'
import { CaseRow } from './CaseRow'
import { ListHead } from './ListHead'
import { moveFor, rangeBetween } from './keyboard'
import { SelectionBar } from './SelectionBar'
import { useRowMenu } from './useRowMenu'
import styles from './list.module.css'

const ROW_HEIGHT = 112

/** The cases as a grid: arrow keys move, space ticks, Enter goes to the text, a right click offers what can be done. */
export function CaseList() {
  const { t } = useTranslation('library')
  const { rows, pending, error, searching } = useRows()
  const { query, currentId, openCase, selected, setSelected, setTextWanted } = useLibrary()
  const { write } = useCapabilities()
  const failureText = useFailureText()
  const { deleteCases } = useActions()
  const scroller = useRef<HTMLDivElement>(null)
  const anchor = useRef<number | null>(null)
  const [menuIds, setMenuIds] = useState<string[]>([])
  const menu = useRowMenu(menuIds, rows)
  const gridId = useId()

  const active = useMemo(() => rows.findIndex(({ id }) => id === currentId), [rows, currentId])
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]!.id,
    overscan: 8,
  })
  useEffect(() => {
    if (active >= 0) virtualizer.scrollToIndex(active, { align: 'auto' })
  }, [active, virtualizer])

  const goTo = (index: number): void => {
    const row = rows[index]
    if (row !== undefined) openCase(row.id)
  }
  // Rows are remembered, so what they call stays the same and looks the present state up.
  const latest = useRef({ rows, active, selected, openCase, setSelected })
  useLayoutEffect(() => {
    latest.current = { rows, active, selected, openCase, setSelected }
  })
  const toggle = useCallback((id: string): void => {
    const now = latest.current
    now.setSelected(now.selected.has(id) ? [...now.selected].filter((other) => other !== id) : [...now.selected, id])
  }, [])
  const click = useCallback((event: MouseEvent, index: number): void => {
    const now = latest.current
    const { id } = now.rows[index]!
    if (event.shiftKey) now.setSelected(rangeBetween(now.rows, Math.max(0, anchor.current ?? now.active), index))
    else if (event.ctrlKey || event.metaKey) toggle(id)
    else {
      anchor.current = index
      now.openCase(id)
    }
  }, [toggle])

  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target instanceof HTMLInputElement && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const command = event.ctrlKey || event.metaKey
    const next = moveFor(event.key, active, rows.length, Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1))
    if (next !== null) {
      if (event.shiftKey) {
        anchor.current ??= Math.max(0, active)
        setSelected(rangeBetween(rows, anchor.current, next))
      } else anchor.current = null
      goTo(next)
    } else if (event.key === ' ' && active >= 0) toggle(rows[active]!.id)
    else if (command && event.key.toLowerCase() === 'a') setSelected(rows.map(({ id }) => id))
    else if (event.key === 'Escape' && selected.size > 0) setSelected([])
    else if (event.key === 'Enter' && active >= 0) setTextWanted(true)
    else if (event.key === 'Delete' && write && (selected.size > 0 || active >= 0)) {
      void (selected.size > 0 ? deleteCases([...selected]) : deleteCases([rows[active]!.id], rows[active]!.title))
    } else return
    event.preventDefault()
  }

  const offerMenu = (event: MouseEvent): void => {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-case]')?.dataset.case ?? currentId
    setMenuIds(id === null || id === undefined ? [] : selected.has(id) ? [...selected] : [id])
  }

  return (
    <>
      <ListHead count={rows.length} searching={searching} pending={pending} onDown={() => scroller.current?.focus()} />
      {rows.length === 0 && !pending && (
        <div className={styles.nothing}>
          {error !== null
            ? <EmptyState quiet title={failureText(error).message} text={failureText(error).hint} />
            : searching
              ? <EmptyState quiet title={t('list.nothingFound', { query: query.trim() })} text={t('list.nothingFoundHint')} />
              : <EmptyState quiet title={t('list.emptyScope')} text={t('list.emptyScopeHint')} />}
        </div>
      )}
      <Dropdown menu={menu} trigger={['contextMenu']} disabled={rows.length === 0}>
        <div
          ref={scroller} className={styles.grid} role="grid" tabIndex={0} hidden={rows.length === 0}
          aria-label={t('list.label')} aria-rowcount={rows.length} aria-multiselectable="true"
          aria-activedescendant={active >= 0 ? `${gridId}-${active}` : undefined}
          onKeyDown={press} onContextMenu={offerMenu}
        >
          <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }} role="rowgroup">
            {virtualizer.getVirtualItems().map(({ index, start, key }) => (
              <CaseRow
                key={key} id={`${gridId}-${index}`} row={rows[index]!} index={index} top={start} height={ROW_HEIGHT}
                current={index === active} ticked={selected.has(rows[index]!.id)} ticking={selected.size > 0}
                onClick={click} onTick={toggle}
              />
            ))}
          </div>
        </div>
      </Dropdown>
      {selected.size > 0 && <SelectionBar />}
    </>
  )
}
