/** A marked stretch of a text. Offsets are UTF-16 code units; `id` ties together the marks that belong to one thing. */
export interface TextMark {
  id: string
  start: number
  end: number
  /** How it is shown. */
  tone: string
}

export interface Segment<Mark extends TextMark = TextMark> {
  start: number
  end: number
  text: string
  /** The marks over this stretch, the longest first: a phrase reads as one, whatever is marked within it. */
  marks: Mark[]
}

/**
 * Cuts a text at the borders of its marks, so that each piece is under the same marks from end to end.
 * Marks may overlap; those outside the text are clipped, and empty ones are left out.
 */
export function segments<Mark extends TextMark>(text: string, marks: readonly Mark[]): Segment<Mark>[] {
  const inside = marks
    .map((mark) => ({ mark, start: Math.max(0, mark.start), end: Math.min(text.length, mark.end) }))
    .filter(({ start, end }) => start < end)
  const borders = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)

  const pieces: Segment<Mark>[] = []
  for (let index = 0; index + 1 < borders.length; index++) {
    const start = borders[index]!
    const end = borders[index + 1]!
    const over = inside
      .filter((range) => range.start <= start && range.end >= end)
      .sort((a, b) => (b.end - b.start) - (a.end - a.start))
      .map(({ mark }) => mark)
    pieces.push({ start, end, text: text.slice(start, end), marks: over })
  }
  return pieces
}
