import type { SectionRole, Template } from '#api'
import { fold, foldedClass, foldedSource, foldedUnitSet, matchAt, nextOf, type UnitSet } from '../text'

/** A section's marker in a text. */
export interface Marker {
  role: SectionRole
  /** Position of the role in the template; 0 starts a case. */
  rank: number
  /** As written, without brackets and colon. */
  heading: string
  /** Of the whole line head, bullets and brackets included. */
  start: number
  /** Where the section's text begins. */
  end: number
}

/** How a template's markers are looked for. */
interface Search {
  /** The first characters of its markers. */
  first: UnitSet
  /** Sticky. */
  pattern: RegExp
  roles: Map<string, { role: SectionRole; rank: number }>
}

const SPACE = String.raw`[^\S\n]`
const SPECIAL = '一二三四五六七八九十'
const DIGITS = '0123456789'
const NUMERAL = foldedClass(SPECIAL)
const BULLET = '-*•●■◆'
const OPENING = '【[〔<《“'
const LINE_HEAD = `(?:^|(?<=\\n))${SPACE}*(?:${foldedClass('#')}{1,6}${SPACE}+|${foldedClass(BULLET)}${SPACE}+|${foldedClass(DIGITS)}{1,2}${foldedClass('.、)')}${SPACE}*|${NUMERAL}{1,3}${foldedClass('、.')}${SPACE}*|${foldedClass('(')}${foldedClass(SPECIAL + DIGITS)}{1,3}${foldedClass(')')}${SPACE}*)?`
const ENDS_SENTENCE = foldedClass('。!?…”"')
const STRONG = [foldedSource('**'), foldedSource('__')]
const OPEN = `(?:${[...STRONG, foldedClass(OPENING)].join('|')})?`
const CLOSE = `(?:${[...STRONG, foldedClass('】]〕>》”')].join('|')})?`
const COLON = foldedClass(':')

const searches = new WeakMap<Template, Search>()
let around: { head: UnitSet; sentenceEnd: UnitSet } | null = null

/**
 * The template's markers in a text, in order. A marker stands at the head of a line (bulleted, numbered, bold or in
 * brackets, if it likes) before a colon or the line's end, or behind the end of a sentence before a colon. Script and
 * width make no difference.
 */
export function findMarkers(text: string, template: Template): Marker[] {
  const { first, pattern, roles } = searchOf(template)
  const markers: Marker[] = []
  let done = 0
  /** Of the last place that was looked at, and where a marker with it would begin; -1 where there could be none. */
  let [last, lastStart] = [-1, -1]
  for (let at = nextOf(first, text, 0); at >= 0; at = nextOf(first, text, at + 1)) {
    const start = startOf(text, at, last, lastStart)
    const match = start < done || start === lastStart ? null : matchAt(pattern, text, start)
    ;[last, lastStart] = [at, start]
    if (match === null) continue
    done = start + match[0].length
    const written = match.groups!.head ?? match.groups!.inline!
    const name = fold(written)
    const from = start + fold(match[0]).indexOf(name)
    markers.push({ ...roles.get(name)!, heading: text.slice(from, from + name.length), start, end: done })
  }
  return markers
}

/** Where the line or sentence begins at whose head a place is; -1 where it is within one. */
function startOf(text: string, at: number, last: number, lastStart: number): number {
  const { head, sentenceEnd } = (around ??= unitsAround())
  let start = at
  while (start > 0 && head[text.charCodeAt(start - 1)] === 1) {
    start--
    // Else a row of them would be gone through from each of its places.
    if (start === last) return lastStart
  }
  return start === 0 || text[start - 1] === '\n' || sentenceEnd[text.charCodeAt(start - 1)] === 1 ? start : -1
}

function unitsAround(): { head: UnitSet; sentenceEnd: UnitSet } {
  return {
    head: foldedUnitSet(new RegExp(`${SPACE}|${foldedClass(`#_.、)(${BULLET}${OPENING}${DIGITS}${SPECIAL}`)}`, 'gu')),
    sentenceEnd: foldedUnitSet(/[。!?…”"]/gu),
  }
}

function searchOf(template: Template): Search {
  let search = searches.get(template)
  if (search === undefined) searches.set(template, search = makeSearch(template))
  return search
}

function makeSearch({ sections }: Template): Search {
  const words = sections.flatMap(({ role, markers }, rank) => markers.map((marker) => ({ role, rank, marker: fold(marker) })))
  const byLength = words.toSorted((a, b) => b.marker.length - a.marker.length)
  const names = byLength.map(({ marker }) => foldedSource(marker)).join('|')
  const roles: Search['roles'] = new Map()
  for (const { marker, role, rank } of byLength) if (!roles.has(marker)) roles.set(marker, { role, rank })
  return {
    roles,
    first: firstUnits(byLength.map(({ marker }) => marker)),
    pattern: new RegExp(
      `(?:${LINE_HEAD}${OPEN}(?<head>${names})${CLOSE}${SPACE}*(?:${COLON}${CLOSE}|(?=\\r?\\n|$))|(?<=${ENDS_SENTENCE})${SPACE}*${OPEN}(?<inline>${names})${CLOSE}${SPACE}*${COLON}${CLOSE})`,
      'uy',
    ),
  }
}

function firstUnits(markers: readonly string[]): UnitSet {
  const units = Uint8Array.from(foldedUnitSet(new RegExp(markers.map((marker) => foldedClass([...marker][0]!)).join('|'), 'gu')))
  // No pattern finds half a character.
  for (const marker of markers) units[marker.charCodeAt(0)] = 1
  return units
}
