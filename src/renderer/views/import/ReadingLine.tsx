import type { Repair, TextRange } from '#api'
import { Fragment } from 'react'
import styles from './draft.module.css'
import { boldRuns, markdownLine } from './markdown-line'
import { repairPieces } from './repair-pieces'
import { RepairSpot } from './RepairSpot'
import shaping from './shaping.module.css'

export interface ReadingLineProps {
  original: string
  range: TextRange
  repairs: readonly Repair[]
  isMarkdown: boolean
  currentId: string | null
  onSpot: (repairId: string) => void
}

/** A paragraph of a draft with its repairs; of Markdown without its marks. */
export function ReadingLine({ original, range, repairs, isMarkdown, currentId, onSpot }: ReadingLineProps) {
  const piecesOf = ({ start, end }: TextRange) => repairPieces(original, repairs, start, end).map((piece) => {
    if (piece.kind === 'repair') return <RepairSpot key={piece.start} repair={piece.repair} current={piece.repair.id === currentId} onSelect={() => onSpot(piece.repair.id)} />
    if (!isMarkdown) return piece.text
    return <Fragment key={piece.start}>{boldRuns(piece.text).map(({ text, bold }, index) => (bold ? <strong key={index}>{text}</strong> : text))}</Fragment>
  })
  if (!isMarkdown) return <p className={styles.text}>{piecesOf(range)}</p>
  const { kind, cells } = markdownLine(original, range, repairs)
  if (kind !== 'row') return <p className={styles.text} data-line={kind}>{cells.map(piecesOf)}</p>
  return (
    <p className={`${styles.text} ${shaping.row}`}>
      {cells.map((cell) => <span key={cell.start}>{piecesOf(cell)}</span>)}
    </p>
  )
}
