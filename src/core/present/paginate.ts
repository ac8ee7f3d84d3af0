import { breakLines, goodBreak } from './measure'
import type { Block, Paragraph, Part } from './model'

/** All in points. */
export interface Frame {
  width: number
  height: number
}

export interface TypeScale {
  size: number
  leading: number
  lead: { size: number; leading: number }
  label: { leading: number }
  paragraphGap: number
  blockGap: number
  itemIndent: number
}

/** The scale of a body size; everything else hangs on it in fixed proportion. */
export function scaleFor(size: number): TypeScale {
  return {
    size,
    leading: Math.round(size * 1.65),
    lead: { size: size + 3, leading: Math.round((size + 3) * 1.6) },
    label: { leading: 22 },
    paragraphGap: Math.round(size * 0.4),
    blockGap: Math.round(size * 1.1),
    itemIndent: 18,
  }
}

/** Space between what comes before a paragraph and its own text. */
export function gapBefore(paragraphIndex: number, block: Block, scale: TypeScale): number {
  return paragraphIndex === 0 ? (block.label === '' ? 0 : 2) : scale.paragraphGap
}

/** Point size and line distance of a paragraph. */
export function typeOf(block: Block, scale: TypeScale): { size: number; leading: number } {
  return block.lead ? scale.lead : { size: scale.size, leading: scale.leading }
}

/**
 * Divides the blocks over as few frames as possible: with the largest of the sizes that needs no more frames than the
 * smallest does, and so that the last frame is not left almost empty.
 */
export function paginateBest(blocks: Block[], frame: Frame, sizes: readonly number[]): { size: number; pages: Block[][] } {
  const tried = sizes.map((size) => ({ size, pages: paginate(blocks, frame, scaleFor(size)) }))
  const fewest = Math.min(...tried.map(({ pages }) => pages.length))
  const best = tried.find(({ pages }) => pages.length === fewest)!
  return { size: best.size, pages: balance(blocks, frame, scaleFor(best.size), best.pages) }
}

/** Divides the blocks over frames of the given size. A paragraph is parted at the end of a sentence where one is near. */
export function paginate(blocks: Block[], frame: Frame, scale: TypeScale): Block[][] {
  const pages: Block[][] = [[]]
  let y = 0
  const turn = () => {
    pages.push([])
    y = 0
  }
  for (const block of blocks) {
    const { size, leading } = typeOf(block, scale)
    const waiting = [...block.paragraphs]
    let open: Block | null = null
    const begin = () => {
      const before = pages.at(-1)!.length === 0 ? 0 : scale.blockGap
      open = { ...block, paragraphs: [] }
      y += before + (block.label === '' ? 0 : scale.label.leading)
      pages.at(-1)!.push(open)
      return open
    }
    while (waiting.length > 0) {
      const paragraph = waiting.shift()!
      const text = textOf(paragraph)
      const width = frame.width - (paragraph.style === 'item' ? scale.itemIndent : 0)
      const ends = breakLines(text, width, size)
      const head = open === null ? (pages.at(-1)!.length === 0 ? 0 : scale.blockGap) + (block.label === '' ? 0 : scale.label.leading) : 0
      const gap: number = gapBefore((open as Block | null)?.paragraphs.length ?? 0, block, scale)
      const room = Math.floor((frame.height - y - head - gap) / leading)
      const pageIsEmpty = y === 0
      if (ends.length <= room) {
        const target: Block = open ?? begin()
        target.paragraphs.push(paragraph)
        y += gap + ends.length * leading
      } else if ((room >= 2 && ends.length - room >= 1) || (pageIsEmpty && room >= 1)) {
        const target: Block = open ?? begin()
        const [now, later] = splitParagraph(paragraph, partingPoint(text, ends[room - 1]!))
        target.paragraphs.push(now)
        waiting.unshift(later)
        turn()
        open = null
      } else {
        waiting.unshift(paragraph)
        turn()
        open = null
      }
    }
  }
  return pages.filter((page) => page.length > 0)
}

export function partsOf<Page>(pages: Page[]): { page: Page; part: Part }[] {
  return pages.map((page, index) => ({ page, part: { index: index + 1, of: pages.length } }))
}

/** Rows of known heights over pages of one height, none of which is empty. */
export function paginateRows<Row>(rows: Row[], heightOf: (row: Row) => number, height: number): Row[][] {
  const pages: Row[][] = []
  let room = 0
  for (const row of rows) {
    const needed = heightOf(row)
    if (pages.length === 0 || needed > room) {
      pages.push([])
      room = height
    }
    pages.at(-1)!.push(row)
    room -= needed
  }
  return pages
}

/**
 * Rows over as few pages as the tightest of the paddings allows, with the loosest that needs no more, and so that the
 * last page is not left almost empty.
 */
export function paginateLoosest<Row>(
  rows: Row[], heightOf: (row: Row, padY: number) => number, height: number, paddings: readonly number[],
): { padY: number; pages: Row[][] } {
  const tried = paddings.map((padY) => ({ padY, pages: paginateRows(rows, (row) => heightOf(row, padY), height) }))
  const fewest = Math.min(...tried.map(({ pages }) => pages.length))
  const { padY, pages } = tried.find((attempt) => attempt.pages.length === fewest)!
  const share = Math.ceil(rows.length / pages.length)
  const even = pages.map((_, index) => rows.slice(index * share, (index + 1) * share))
  const fits = even.every((page) => page.length > 0 && page.reduce((sum, row) => sum + heightOf(row, padY), 0) <= height)
  return { padY, pages: fits ? even : pages }
}

export function textOf(paragraph: Paragraph): string {
  return paragraph.runs.map(({ text }) => text).join('')
}

const BALANCING_STEPS = 7

function balance(blocks: Block[], frame: Frame, scale: TypeScale, pages: Block[][]): Block[][] {
  if (pages.length < 2) return pages
  let best = pages
  let low = frame.height / 2
  let high = frame.height
  for (let step = 0; step < BALANCING_STEPS; step++) {
    const height = (low + high) / 2
    const tried = paginate(blocks, { ...frame, height }, scale)
    if (tried.length > pages.length) low = height
    else {
      best = tried
      high = height
    }
  }
  return best
}

function partingPoint(text: string, end: number): number {
  return goodBreak(text.slice(0, end), 0.6)
}

function splitParagraph(paragraph: Paragraph, offset: number): [Paragraph, Paragraph] {
  const now: Paragraph = { style: paragraph.style, runs: [] }
  const later: Paragraph = { style: paragraph.style === 'item' ? 'text' : paragraph.style, runs: [] }
  let at = 0
  for (const run of paragraph.runs) {
    const cut = Math.max(0, Math.min(run.text.length, offset - at))
    if (cut > 0) now.runs.push({ ...run, text: run.text.slice(0, cut) })
    if (cut < run.text.length) later.runs.push({ ...run, text: run.text.slice(cut) })
    at += run.text.length
  }
  return [now, later]
}
