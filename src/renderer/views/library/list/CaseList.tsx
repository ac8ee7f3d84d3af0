import { Dropdown } from 'antd'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLibrary } from '../../../app/LibraryState'
import { useFailure } from '../../../app/useFailure'
import { useCapabilities } from '../../../app/useStatus'
import { useActions } from '../../../shell/useActions'
import { useRecentQueries } from '../search/useRecentQueries'
import { useOutline, useRows } from '../useRows'
import { CaseRow, RowPlaceholder } from './CaseRow'
import { ListHead } from './ListHead'
import { Nothing } from './Nothing'
import { moveFor } from './keyboard'
import { SelectionBar } from './SelectionBar'
import { useRowMenu } from './useRowMenu'
import styles from './list.module.css'

const ROW_HEIGHT = 112

/** The cases as a grid: arrow keys move, space ticks, Enter goes to the text, a right click offers what can be done. */
export function CaseList() {
  const { t } = useTranslation('library')
  const outline = useOutline()
  const { total, pending, searching, listing } = outline
  const { currentId, openCase, query, selected, setSelected, setTextWanted } = useLibrary()
  const { write } = useCapabilities()
  const fail = useFailure()
  const { deleteCases } = useActions()
  const { remember } = useRecentQueries()
  const scroller = useRef<HTMLDivElement>(null)
  const anchor = useRef<number | null>(null)
  const moves = useRef(0)
  const [menuIds, setMenuIds] = useState<string[]>([])
  const gridId = useId()

  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const items = virtualizer.getVirtualItems()
  const rows = useRows(outline, items[0]?.index ?? 0, items.at(-1)?.index ?? 0)
  const active = rows.indexOf(currentId)
  useLayoutEffect(() => {
    // Another list begins at its top.
    if (scroller.current !== null) scroller.current.scrollTop = 0
    anchor.current = null
  }, [listing])
  useEffect(() => {
    if (active >= 0) virtualizer.scrollToIndex(active, { align: 'auto' })
  }, [active, virtualizer])

  const open = (id: string): void => {
    // The list may still show what an earlier stroke found; what was settled on is in the box.
    if (searching) remember(query)
    openCase(id)
  }
  const goTo = (index: number): void => {
    const turn = ++moves.current
    const known = rows.at(index)
    if (known !== undefined) {
      open(known.id)
      return
    }
    virtualizer.scrollToIndex(index, { align: 'auto' })
    rows.load(index).then((row) => {
      if (row !== undefined && turn === moves.current) open(row.id)
    }, fail)
  }
  const selectBetween = (from: number, to: number): void => {
    const turn = ++moves.current
    rows.idsBetween(from, to).then((ids) => {
      if (turn === moves.current) setSelected(ids)
    }, fail)
  }
  const selectAll = (): void => {
    if (total > 0) selectBetween(0, total - 1)
  }
  const menu = useRowMenu(menuIds, menuIds.length === 1 ? rows.at(rows.indexOf(menuIds[0]!))?.title : undefined, selectAll)

  // Rows are remembered, so what they call stays the same and looks the present state up.
  const latest = useRef({ active, selected, setSelected, open, selectBetween })
  useLayoutEffect(() => {
    latest.current = { active, selected, setSelected, open, selectBetween }
  })
  const toggle = useCallback((id: string): void => {
    const now = latest.current
    now.setSelected(now.selected.has(id) ? [...now.selected].filter((other) => other !== id) : [...now.selected, id])
  }, [])
  const click = useCallback((event: MouseEvent, index: number, id: string): void => {
    const now = latest.current
    if (event.shiftKey) now.selectBetween(Math.max(0, anchor.current ?? now.active), index)
    else if (event.ctrlKey || event.metaKey) toggle(id)
    else {
      anchor.current = index
      now.open(id)
    }
  }, [toggle])

  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target instanceof HTMLInputElement && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const command = event.ctrlKey || event.metaKey
    const next = moveFor(event.key, active, total, Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1))
    if (next !== null) {
      if (event.shiftKey) {
        anchor.current ??= Math.max(0, active)
        selectBetween(anchor.current, next)
        void rows.load(next).then((row) => row !== undefined && open(row.id), fail)
      } else {
        anchor.current = null
        goTo(next)
      }
    } else if (event.key === ' ' && active >= 0) toggle(currentId!)
    else if (command && event.key.toLowerCase() === 'a') selectAll()
    else if (event.key === 'Escape' && selected.size > 0) setSelected([])
    else if (event.key === 'Enter' && active >= 0) setTextWanted(true)
    else if (event.key === 'Delete' && write && (selected.size > 0 || active >= 0)) {
      void (selected.size > 0 ? deleteCases([...selected]) : deleteCases([currentId!], rows.at(active)?.title))
    } else return
    event.preventDefault()
  }

  const offerMenu = (event: MouseEvent): void => {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-case]')?.dataset.case ?? currentId
    setMenuIds(id === null || id === undefined ? [] : selected.has(id) ? [...selected] : [id])
  }

  return (
    <>
      <ListHead outline={outline} onDown={() => scroller.current?.focus()} />
      {total === 0 && !pending && <Nothing outline={outline} />}
      <Dropdown menu={menu} trigger={['contextMenu']} disabled={total === 0}>
        <div
          ref={scroller} className={styles.grid} role="grid" tabIndex={0} hidden={total === 0} data-content
          aria-label={t('list.label')} aria-rowcount={total} aria-multiselectable="true"
          aria-activedescendant={active >= 0 ? `${gridId}-${active}` : undefined}
          onKeyDown={press} onContextMenu={offerMenu}
        >
          <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }} role="rowgroup">
            {items.map(({ index, start }) => {
              const row = rows.at(index)
              return row === undefined
                ? <RowPlaceholder key={index} index={index} top={start} height={ROW_HEIGHT} />
                : (
                    <CaseRow
                      key={row.id} id={`${gridId}-${index}`} row={row} index={index} top={start} height={ROW_HEIGHT}
                      current={index === active} ticked={selected.has(row.id)} ticking={selected.size > 0}
                      onClick={click} onTick={toggle}
                    />
                  )
            })}
          </div>
        </div>
      </Dropdown>
      {selected.size > 0 && <SelectionBar />}
    </>
  )
}
