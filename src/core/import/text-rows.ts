import type { TextPiece, TextRow } from '#api'
import { diffText } from '../history'
import { fold } from '../text'

/**
 * Two texts for reading side by side: what differs is found in their folded form, so that another script is no
 * difference, and each side shows its own characters. Rows end where both have a line break in common.
 */
export function textRows(old: string, next: string): TextRow[] {
  const [before, after] = [tidied(old), tidied(next)]
  const rows: TextRow[] = [{ old: [], new: [] }]
  let [left, right] = [0, 0]
  for (const { kind, text } of diffText(fold(before), fold(after))) {
    if (kind === 'removed') push(rows.at(-1)!.old, kind, before.slice(left, left += text.length))
    else if (kind === 'added') push(rows.at(-1)!.new, kind, after.slice(right, right += text.length))
    else {
      for (const [index, line] of text.split(/(?<=\n)/u).entries()) {
        if (index > 0) rows.push({ old: [], new: [] })
        push(rows.at(-1)!.old, kind, before.slice(left, left += line.length))
        push(rows.at(-1)!.new, kind, after.slice(right, right += line.length))
      }
    }
  }
  return rows.map((row) => ({ old: withoutEnd(row.old), new: withoutEnd(row.new) })).filter((row) => row.old.length + row.new.length > 0)
}

/** One line break between paragraphs, however many there are. */
function tidied(text: string): string {
  return text.replace(/\s*\n\s*/gu, '\n').trim()
}

function push(pieces: TextPiece[], kind: TextPiece['kind'], text: string): void {
  if (text !== '') pieces.push({ kind, text })
}

function withoutEnd(pieces: TextPiece[]): TextPiece[] {
  return pieces.map((piece, index) => (index === pieces.length - 1 ? { ...piece, text: piece.text.replace(/\n+$/u, '') } : piece)).filter(({ text }) => text !== '')
}
