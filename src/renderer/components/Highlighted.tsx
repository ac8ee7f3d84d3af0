import { Fragment } from 'react'
import styles from './highlighted.module.css'

/** A text with some of its ranges (UTF-16 offsets) marked. Ranges may come in any order and overlap. */
export function Highlighted({ text, ranges }: { text: string; ranges: readonly (readonly [number, number])[] }) {
  return piecesOf(text, ranges).map(({ start, piece, marked }) => (
    marked ? <mark key={start} className={styles.mark}>{piece}</mark> : <Fragment key={start}>{piece}</Fragment>
  ))
}

/** The text cut at the borders of its ranges. */
export function piecesOf(text: string, ranges: readonly (readonly [number, number])[]): { start: number; piece: string; marked: boolean }[] {
  const pieces: { start: number; piece: string; marked: boolean }[] = []
  let position = 0
  const add = (end: number, marked: boolean): void => {
    if (end <= position) return
    pieces.push({ start: position, piece: text.slice(position, end), marked })
    position = end
  }
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    add(Math.min(start, text.length), false)
    add(Math.min(end, text.length), true)
  }
  add(text.length, false)
  return pieces
}
