import type { Template } from '#api'
import type { CaseRange, Range, SectionRange } from './document'
import { fold, foldedClass, foldedSource, matchAt, nextOf, unitSet, type UnitSet } from '../text'
import { findMarkers, type Marker } from './markers'
import { firstFrom } from './ranges'
import { roleOfHeading } from './roles'
import { titleLineBefore, trimmed, wholeCase, withoutHash } from './split-plain'
import { sectionMarkers } from './templates'

const NUMBER = `${foldedClass('一二三四五六七八九十百零〇0123456789')}{1,4}`
const SPACE = String.raw`[^\S\n]`
const STRONG = foldedSource('**')
const LONGEST_TITLE_LINE = 60
/** Names of what a case is commonly about: a heading that ends so is a case's, not a chapter's. */
const CASE_NAME = /^(?:典型)?案例|(?:商会|协会|联合会|促进会|学会|合作社|公司|集团|社区|党委|党支部|党总支|模式|工作法|经验)$/u

let lineEnds: UnitSet | null = null

interface Heading extends Range {
  level: number
  words: Range
}

/** Lines that begin as the template says each start a case and name it; the markers within make its sections. */
export function splitByCaseMarkers(text: string, template: Template): { cases: CaseRange[]; markers: number } {
  const lines = caseLines(text, template)
  if (lines.length === 0) return { cases: [], markers: 0 }
  const markers = findMarkers(text, template)
  const before = text.slice(0, lines[0]!.start).trim()
  const hasLead = before !== '' && (before.includes('\n') || titleLineBefore(text, lines[0]!.start) === null)
  const cases = lines.map((line, index): CaseRange => {
    const start = index === 0 && !hasLead ? 0 : line.start
    const end = lines[index + 1]?.start ?? text.length
    return { start, end, title: line.title, sections: sectionsByMarkers(text, line.end, end, markers) }
  })
  return { cases: hasLead ? [{ ...wholeCase(text.slice(0, lines[0]!.start)) }, ...cases] : cases, markers: markers.length + lines.length }
}

/** Headings of one level of Markdown, each with what follows it a case; headings below it begin its sections. */
export function splitByLevel(text: string, level: number, headings = headingsOf(text)): CaseRange[] {
  const starts = headings.filter((heading) => heading.level === level)
  if (starts.length === 0) return []
  const begins = starts.map((heading) => withHeadingsAbove(text, heading, headings))
  const before = text.slice(0, begins[0]).trim()
  const hasLead = before !== ''
  const cases = starts.map((heading, index): CaseRange => {
    const end = begins[index + 1] ?? text.length
    return { start: index === 0 && !hasLead ? 0 : begins[index]!, end, title: heading.words, sections: sectionsWithin(text, heading.end, end, headings) }
  })
  return hasLead ? [wholeCase(text.slice(0, begins[0])), ...cases] : cases
}

/** A text of Markdown as one case: its first heading names it, those below begin its sections. */
export function wholeByHeadings(text: string): CaseRange {
  const headings = headingsOf(text)
  const first = headings[0]
  if (first === undefined || text.slice(0, first.start).trim() !== '') return wholeCase(text)
  const isTitle = headings.every(({ level }) => level >= first.level)
  if (!isTitle) return { start: 0, end: text.length, title: null, sections: sectionsWithin(text, 0, text.length, headings) }
  const sections = sectionsWithin(text, first.end, text.length, headings)
  return sections.length === 0 ? wholeCase(text) : { start: 0, end: text.length, title: first.words, sections }
}

/** The level whose headings are those of cases, as their names or what they have in common tell; null where none tells so. */
export function levelOfCases(text: string, headings = headingsOf(text)): number | null {
  for (let level = 1; level <= 6; level++) {
    const cases = headings.filter((heading) => heading.level === level)
    if (cases.length < 2) continue
    const names = cases.map(({ words }) => fold(text.slice(words.start, words.end)).trim())
    if (names.filter((name) => roleOfHeading(name.replace(/^[^\p{L}]+/u, '')) !== undefined).length * 2 >= names.length) return null
    if (names.filter((name) => CASE_NAME.test(name)).length * 2 >= names.length) return level
    const ends = cases.map((_, index) => cases[index + 1]?.start ?? text.length)
    const alike = cases.filter(({ end }, index) => sectionsWithin(text, end, ends[index]!, headings).some(({ heading }) => roleOfHeading(heading) !== undefined))
    return alike.length * 2 > cases.length ? level : null
  }
  return null
}

/** The headings of a text of Markdown. */
export function headingsOf(text: string): Heading[] {
  if (!text.includes('#')) return []
  return [...text.matchAll(/^(#{1,6})[^\S\n]+\S.*$/gmu)].map((match) => {
    const line = { start: match.index, end: match.index + match[0].length }
    return { ...line, level: match[1]!.length, words: withoutHash(text, trimmed(text, line.start, line.end)) }
  })
}

/** A bracket sets a marker apart from the title after it, as a space or a colon does: 【案例一】茶山会议. */
const CLOSED = /[】\])）*]$/u

function withoutRest(match: RegExpExecArray): string {
  return match[0].slice(0, match[0].length - match.groups!.rest!.length)
}

function caseLines(text: string, { caseMarkers }: Template): (Range & { title: Range })[] {
  lineEnds ??= unitSet(/[\n\r\u2028\u2029]/gu)
  const pattern = patternOf(caseMarkers)
  const lines: (Range & { title: Range })[] = []
  let start = 0
  for (let lineEnd = 0; lineEnd >= 0; start = lineEnd + 1) {
    const match = matchAt(pattern, text, start)
    if (match !== null) lines.push(...caseLine(text, match))
    lineEnd = nextOf(lineEnds, text, start + (match?.[0].length ?? 0))
  }
  // In a list of contents one follows the other; only where text follows does a case begin.
  return lines.filter(({ end }, index) => text.slice(end, lines[index + 1]?.start ?? text.length).trim() !== '')
}

/** A line that looks like the beginning of a case, with the case's title; none where it is a sentence. */
function caseLine(text: string, match: RegExpExecArray): (Range & { title: Range })[] {
  const { gap, rest } = match.groups!
  if (match[0].length > LONGEST_TITLE_LINE || (gap === '' && rest !== '' && !CLOSED.test(fold(withoutRest(match))))) return []
  const line = { start: match.index, end: match.index + match[0].length }
  const title = trimmed(text, line.end - rest!.length, line.end)
  return [{ ...line, title: title.start < title.end ? title : withoutHash(text, trimmed(text, line.start, line.end)) }]
}

/** What a line that begins a case looks like, in whichever script and width. */
function patternOf(caseMarkers: readonly string[]): RegExp {
  const byLength = caseMarkers.map(fold).sort((a, b) => b.split('#').length - a.split('#').length || b.length - a.length)
  const names = byLength.map((name) => name.split('#').map(foldedSource).join(NUMBER))
  return new RegExp(
    `${SPACE}*(?:${foldedClass('#')}{1,6}${SPACE}+)?(?:${STRONG}|${foldedClass('【[')})?(?:${names.join('|')})(?:${STRONG}|${foldedClass('】]')})?(?<gap>${SPACE}*${foldedClass('::、.．—-')}*${SPACE}*)(?<rest>[^\\n]*)$`,
    'muy',
  )
}

function sectionsByMarkers(text: string, start: number, end: number, markers: readonly Marker[]): SectionRange[] {
  const inside = within(markers, start, end)
  return bounded(text, start, end, inside.map((marker) => ({ role: marker.role, heading: marker.heading, start: marker.start, from: marker.end })))
}

function sectionsWithin(text: string, start: number, end: number, headings: readonly Heading[]): SectionRange[] {
  const inside = within(headings, start, end)
  if (inside.length === 0) {
    const markers = findMarkers(text.slice(start, end), sectionMarkers).map((marker) => ({ ...marker, start: marker.start + start, end: marker.end + start }))
    return sectionsByMarkers(text, start, end, new Set(markers.map(({ role }) => role)).size > 1 ? markers : [])
  }
  const level = Math.min(...inside.map((heading) => heading.level))
  return bounded(text, start, end, inside.filter((heading) => heading.level === level).map((heading) => {
    const words = text.slice(heading.words.start, heading.words.end)
    return { role: roleOfHeading(words.replace(/^[^\p{L}]*(?:[一二三四五六七八九十]+、)?/u, '')) ?? 'other', heading: words, start: heading.start, from: heading.end }
  }))
}

/** Of parts in order, those between two places. */
function within<Part extends Range>(parts: readonly Part[], start: number, end: number): Part[] {
  const first = firstFrom(parts, start)
  let behind = first
  while (behind < parts.length && parts[behind]!.end <= end) behind++
  return parts.slice(first, behind)
}

function bounded(text: string, start: number, end: number, heads: { role: SectionRange['role']; heading: string; start: number; from: number }[]): SectionRange[] {
  const lead = trimmed(text, start, heads[0]?.start ?? end)
  const sections = heads.map(({ role, heading, from }, index): SectionRange => ({ role, heading: heading.slice(0, 200), ...trimmed(text, from, heads[index + 1]?.start ?? end) }))
  return lead.start < lead.end ? [{ role: 'other', heading: '', ...lead }, ...sections] : sections
}

/** A chapter's heading right above a case's belongs to the case that follows it. */
function withHeadingsAbove(text: string, heading: Heading, headings: readonly Heading[]): number {
  let { start } = heading
  for (let index = firstFrom(headings, start) - 1; index >= 0; index--) {
    const above = headings[index]!
    if (above.level >= heading.level || text.slice(above.end, start).trim() !== '') break
    start = above.start
  }
  return start
}
