import type { TextRow } from '#api'

export interface RowGroup {
  kind: 'same' | 'changed'
  rows: TextRow[]
}

/** Rows of two texts side by side, in stretches that differ and stretches that do not. */
export function foldedRows(rows: readonly TextRow[]): RowGroup[] {
  const groups: RowGroup[] = []
  for (const row of rows) {
    const kind = [...row.old, ...row.new].every((piece) => piece.kind === 'same') ? 'same' : 'changed'
    const last = groups.at(-1)
    if (last?.kind === kind) last.rows.push(row)
    else groups.push({ kind, rows: [row] })
  }
  return groups
}
