import type { DoubtfulWord, PdfRun } from '#core/ports'
import type { Block, Line } from 'tesseract.js'

/** Less sure words are flagged; from 0 to 1. */
const DOUBTFUL = 0.6
/** The height of a row holds the space above and below the letters; their size is about this much of it. */
const SIZE_OF_ROW = 0.8
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—·]/u

export interface RecognisedLines {
  runs: PdfRun[]
  doubtful: DoubtfulWord[]
  /** Of all characters, from 0 to 1; 0 where there are none. */
  confidence: number
}

/** The lines of a recognition as runs of a page, in points. @param scale points for each of the picture's. @param height the picture's. */
export function linesOfBlocks(blocks: readonly Block[], scale: number, height: number): RecognisedLines {
  const lines = textLines(blocks)
  const sizes = lines.map(({ rowAttributes }) => rowAttributes.rowHeight * SIZE_OF_ROW * scale)
  const usual = sizes.toSorted((a, b) => a - b)[sizes.length >> 1] ?? 0
  const runs: PdfRun[] = []
  const doubtful: DoubtfulWord[] = []
  for (const [index, { bbox, baseline, words }] of lines.entries()) {
    let text = ''
    for (const { text: word, confidence } of words) {
      const isApart = text !== '' && !WIDE.test(text.at(-1)!) && !WIDE.test(word[0] ?? '')
      const start = text.length + (isApart ? 1 : 0)
      text += (isApart ? ' ' : '') + word
      if (confidence / 100 < DOUBTFUL) doubtful.push({ run: runs.length, start, end: text.length, confidence: confidence / 100 })
    }
    if (text.trim() === '') continue
    // The rows of one size differ by a little, as their letters do.
    const size = Math.abs(sizes[index]! - usual) < usual / 4 ? usual : sizes[index]!
    runs.push({ text, x: bbox.x0 * scale, y: (height - (baseline.y0 + baseline.y1) / 2) * scale, width: (bbox.x1 - bbox.x0) * scale, size, isSlanted: false })
  }
  return { runs, doubtful, confidence: confidenceOf(lines) }
}

export function textLines(blocks: readonly Block[]): Line[] {
  return blocks.flatMap(({ paragraphs }) => paragraphs).flatMap(({ lines }) => lines)
}

/** The mean over the characters, from 0 to 1. */
export function confidenceOf(lines: readonly Line[]): number {
  let [sum, count] = [0, 0]
  for (const { text, confidence } of lines.flatMap(({ words }) => words)) {
    sum += confidence * text.length
    count += text.length
  }
  return count === 0 ? 0 : sum / count / 100
}
