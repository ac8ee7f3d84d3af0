import type { Line } from './lines'

/** How much of a page's height, from either edge, headers and footers keep to. */
const MARGIN = 0.13
/** Headers may alternate between left and right pages. */
const SHARE = 0.4
/** How far up or down a header may be set from page to page, in points. */
const DRIFT = 6
const NUMBER = String.raw`(?:\d+|[ivxlc]+|[一二三四五六七八九十百零〇]+)`
const PAGE_NUMBER = new RegExp(String.raw`^(?:[-–—·•~]?${NUMBER}[-–—·•~]?|第${NUMBER}[页頁⻚](?:[,，/]?[共总總]${NUMBER}[页頁⻚])?|${NUMBER}(?:/|of)${NUMBER}|page${NUMBER}(?:of${NUMBER})?|p\.?${NUMBER})$`, 'iu')

interface Candidate {
  line: Line
  page: number
  key: string
  isNumber: boolean
}

/**
 * Headers, footers, page numbers and watermarks: lines at the edge of the page, or set at an angle, that are on many
 * pages at the same place, their numbers aside.
 * @param heights of the pages.
 */
export function repeatedLines(pages: readonly (readonly Line[])[], heights: readonly number[]): Set<Line> {
  const written = pages.filter((lines) => lines.length > 0).length
  if (written < 2) return new Set()
  const candidates = pages.flatMap((lines, page) => lines
    .filter((line) => line.isSlanted || line.y < heights[page]! * MARGIN || line.y > heights[page]! * (1 - MARGIN))
    .map((line): Candidate => ({ line, page, ...keyOf(line.text) })))
  const byKey = new Map<string, Candidate[]>()
  for (const candidate of candidates) byKey.set(candidate.key, [...(byKey.get(candidate.key) ?? []), candidate])
  const found = new Set<Line>()
  for (const alike of byKey.values()) {
    for (const candidate of alike) {
      const others = new Set(alike.filter(({ line }) => isAtSamePlace(line, candidate.line)).map(({ page }) => page))
      if (others.size >= Math.max(2, written * SHARE) && isNoText(candidate, alike)) found.add(candidate.line)
    }
  }
  return found
}

/** A page's number grows; the same numeral at the foot of several pages belongs to the text. */
function isNoText({ isNumber }: Candidate, alike: readonly Candidate[]): boolean {
  return !isNumber || new Set(alike.map(({ line }) => line.text)).size > 1
}

function isAtSamePlace(a: Line, b: Line): boolean {
  return a.isSlanted === b.isSlanted && (a.isSlanted || Math.abs(a.y - b.y) <= DRIFT)
}

function keyOf(text: string): { key: string; isNumber: boolean } {
  const bare = text.replace(/\s+/gu, '')
  const isNumber = PAGE_NUMBER.test(bare)
  return { key: isNumber ? '#' : bare.replace(/\d+/gu, '#'), isNumber }
}
