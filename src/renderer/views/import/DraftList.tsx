import type { ColumnUse, DraftHead, ImportPreview } from '#api'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Checkbox } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isIncluded, type Edits } from './decisions'
import { DraftRow } from './DraftRow'
import { FileRow } from './FileRow'
import styles from './list.module.css'
import type { RepairTallies } from './repair-choices'

export interface DraftListProps {
  files: ImportPreview['files']
  /** With the user's edits. */
  drafts: readonly DraftHead[]
  tallies: RepairTallies
  edits: Edits
  openId: string | undefined
  onOpen: (draftId: string) => void
  onInclude: (draftIds: string[], include: boolean) => void
  onResplit: (file: string, template: string) => void
  onRecode: (file: string, encoding: string) => void
  onRemap: (file: string, table: number, columns: ColumnUse[]) => void
}

type Row = { kind: 'file'; file: ImportPreview['files'][number] } | { kind: 'draft'; draft: DraftHead }

/** The files with their drafts below them; only the rows in view are in the page, so that thousands stay quick. */
export function DraftList({ files, drafts, tallies, edits, openId, onOpen, onInclude, onResplit, onRecode, onRemap }: DraftListProps) {
  const { t } = useTranslation('import')
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useMemo((): Row[] => {
    const byFile = new Map<string, Row[]>(files.map((file) => [file.file, [{ kind: 'file', file }]]))
    for (const draft of drafts) byFile.get(draft.file)?.push({ kind: 'draft', draft })
    return [...byFile.values()].flat()
  }, [files, drafts])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]!.kind === 'file' ? 84 : 68),
    getItemKey: (index) => {
      const row = rows[index]!
      return row.kind === 'file' ? `file ${row.file.file}` : row.draft.draftId
    },
    overscan: 12,
  })

  const openRow = rows.findIndex((row) => row.kind === 'draft' && row.draft.draftId === openId)
  useEffect(() => {
    if (openRow >= 0) virtual.scrollToIndex(openRow, { align: 'auto' })
  }, [openRow, virtual])

  const included = drafts.filter((draft) => isIncluded(draft, edits[draft.draftId])).length
  return (
    <nav className={styles.list} aria-label={t('list.label')}>
      <div className={styles.all}>
        <Checkbox
          checked={included === drafts.length} indeterminate={included > 0 && included < drafts.length}
          onChange={(event) => onInclude(drafts.map(({ draftId }) => draftId), event.target.checked)}
        >
          {t('list.all')}
        </Checkbox>
        <span className={styles.tally}>{included} / {drafts.length}</span>
      </div>
      <div ref={scroller} className={styles.scroller}>
        <ul style={{ height: virtual.getTotalSize() }} className={styles.rows}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index]!
            return (
              <li
                key={item.key} ref={virtual.measureElement} data-index={item.index} className={styles.row}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row.kind === 'file'
                  ? (
                      <FileRow
                        file={row.file} onResplit={(template) => onResplit(row.file.file, template)}
                        onRecode={(encoding) => onRecode(row.file.file, encoding)} onRemap={(table, columns) => onRemap(row.file.file, table, columns)}
                      />
                    )
                  : (
                      <DraftRow
                        draft={row.draft} tally={tallies.get(row.draft.draftId)!} included={isIncluded(row.draft, edits[row.draft.draftId])} open={row.draft.draftId === openId}
                        onOpen={() => onOpen(row.draft.draftId)} onInclude={(include) => onInclude([row.draft.draftId], include)}
                      />
                    )}
              </li>
            )
          })}
        </ul>
      </div>
    </nav>
  )
}
