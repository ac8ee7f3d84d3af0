import { joinRows, type Line } from './lines'

/** Lines that share their margins, in reading order. */
export interface Column {
  left: number
  right: number
  lines: Line[]
}

const MIDDLE = { from: 0.2, to: 0.8 }
/** Steps of the search for a gutter, and how wide one must be, in points. */
const STEP = 2
const NARROWEST = 6
const FEWEST_LINES = 4
/** Columns of text are filled; the cells of a table are mostly not. */
const FILLED = 0.6
/** Lines that may lie across the gutter, of all. */
const ACROSS = 0.3
const DEEPEST = 3
/** Steps upwards that a page in reading order may have, of all. */
const UPWARDS = 0.25

/** The lines of one page in reading order: column by column where it is set in columns, else as the file draws them. */
export function columnsOf(lines: readonly Line[], depth = 0): Column[] {
  const gutter = depth < DEEPEST ? findGutter(lines) : null
  if (gutter === null) return lines.length === 0 ? [] : [columnOf(joinRows(inOrder(lines)))]
  const columns: Column[] = []
  let band: Line[] = []
  let across: Line[] = []
  const endBand = () => {
    columns.push(...columnsOf(band.filter((line) => centre(line) < gutter), depth + 1), ...columnsOf(band.filter((line) => centre(line) >= gutter), depth + 1))
    band = []
  }
  const endAcross = () => {
    if (across.length > 0) columns.push(columnOf(joinRows(across)))
    across = []
  }
  for (const line of downwards(lines)) {
    if (line.left < gutter && line.right > gutter) {
      endBand()
      across.push(line)
    } else {
      endAcross()
      band.push(line)
    }
  }
  endBand()
  endAcross()
  return columns
}

/** Where the white between two columns is; null where the page is not set in columns. */
function findGutter(lines: readonly Line[]): number | null {
  if (lines.length < 2 * FEWEST_LINES) return null
  const [left, right] = [Math.min(...lines.map((line) => line.left)), Math.max(...lines.map((line) => line.right))]
  let best: { at: number; across: number; width: number } | null = null
  let run = { from: 0, across: Infinity }
  for (let at = left + (right - left) * MIDDLE.from; at <= left + (right - left) * MIDDLE.to; at += STEP) {
    const across = lines.filter((line) => line.left < at && line.right > at).length
    if (across !== run.across) run = { from: at, across }
    const width = at - run.from
    if (best === null || across < best.across || (across === best.across && width > best.width)) best = { at: run.from + width / 2, across, width }
  }
  if (best === null || best.width < NARROWEST || best.across > lines.length * ACROSS) return null
  const { at } = best
  return isFilled(lines.filter((line) => line.right <= at)) && isFilled(lines.filter((line) => line.left >= at)) ? at : null
}

function isFilled(lines: readonly Line[]): boolean {
  if (lines.length < FEWEST_LINES) return false
  const width = Math.max(...lines.map((line) => line.right)) - Math.min(...lines.map((line) => line.left))
  return lines.reduce((sum, line) => sum + line.right - line.left, 0) / lines.length >= width * FILLED
}

function inOrder(lines: readonly Line[]): Line[] {
  const upwards = lines.filter((line, index) => index > 0 && line.y > lines[index - 1]!.y + line.size).length
  return upwards > lines.length * UPWARDS ? downwards(lines) : [...lines]
}

/** Top to bottom; what stands on one line, from left to right. */
function downwards(lines: readonly Line[]): Line[] {
  const sorted = lines.toSorted((a, b) => b.y - a.y)
  const ordered: Line[] = []
  for (let from = 0; from < sorted.length;) {
    let to = from + 1
    while (to < sorted.length && sorted[from]!.y - sorted[to]!.y < sorted[from]!.size / 3) to++
    ordered.push(...sorted.slice(from, to).sort((a, b) => a.left - b.left))
    from = to
  }
  return ordered
}

function columnOf(lines: Line[]): Column {
  return { left: Math.min(...lines.map((line) => line.left)), right: Math.max(...lines.map((line) => line.right)), lines }
}

function centre({ left, right }: Line): number {
  return (left + right) / 2
}
