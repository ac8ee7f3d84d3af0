/** Characters that take two columns in a terminal: Han, kana, hangul, full-width forms, emoji. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })
const GAP = '  '

/** Text in which every UTF-16 unit is a grapheme of its own; asking the segmenter takes ten times as long. */
const PLAIN = /^[\u0020-\u007e\u2014\u2018-\u201d\u2026\u3000-\u3029\u3400-\u9fff\uff01-\uff60]*$/u

/** How many terminal columns the text takes. */
export function width(text: string): number {
  let columns = 0
  if (PLAIN.test(text)) {
    for (let index = 0; index < text.length; index++) columns += text.charCodeAt(index) < 0x3000 ? 1 : 2
    return columns
  }
  for (const { segment } of segmenter.segment(text)) columns += WIDE.test(segment) ? 2 : 1
  return columns
}

/** The text cut to at most `columns`, with an ellipsis where something was cut. */
export function fit(text: string, columns: number): string {
  if (width(text) <= columns) return text
  let kept = ''
  let used = 0
  for (const { segment } of segmenter.segment(text)) {
    const next = WIDE.test(segment) ? 2 : 1
    if (used + next > columns - 1) break
    kept += segment
    used += next
  }
  return `${kept}…`
}

export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)))
}

/** Rows in aligned columns under their headings; no column is wider than `widest`, and an empty column is left out. */
export function table(headings: string[], rows: string[][], widest = 36): string {
  const used = headings.map((_, column) => column).filter((column) => rows.some((row) => row[column] !== ''))
  const lines = [headings, ...rows].map((row) => used.map((column) => fit((row[column] ?? '').replace(/\s+/gu, ' '), widest)))
  const widths = used.map((_, column) => Math.max(...lines.map((line) => width(line[column]!))))
  return lines.map((line) => line.map((cell, column) => pad(cell, widths[column]!)).join(GAP).trimEnd()).join('\n')
}

/** A run of Latin letters or digits, or one character with the punctuation that may not begin a line after it. */
const UNBREAKABLE = /[\p{Script=Latin}\p{N}]+[.%’'-]*|[“‘（《〈「『【]*\P{M}\p{M}*[，。、；：？！”’）》〉」』】…,.;:?!)\]]*/gu

/** The text broken into lines of at most `columns` where Chinese typography allows it, each begun with `indent`. */
export function wrap(text: string, columns: number, indent = ''): string {
  const room = columns - width(indent)
  const lines = text.split('\n').flatMap((paragraph) => {
    const broken: string[] = []
    let line = ''
    let used = 0
    for (const [part] of paragraph.matchAll(UNBREAKABLE)) {
      const next = width(part)
      if (used + next > room && line !== '') {
        broken.push(line)
        line = ''
        used = 0
      }
      line += part
      used += next
    }
    return [...broken, line]
  })
  return lines.map((line) => `${indent}${line}`.trimEnd()).join('\n')
}
