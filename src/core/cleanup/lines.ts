/** A line of a text, without its break. */
export interface Line {
  start: number
  end: number
  /** Where the next one begins. */
  next: number
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let start = 0; start < text.length;) {
    const at = text.indexOf('\n', start)
    const next = at < 0 ? text.length : at + 1
    let end = at < 0 ? text.length : at
    if (end > start && text.charCodeAt(end - 1) === 0x0d) end--
    lines.push({ start, end, next })
    start = next
  }
  return lines
}
