import type { Template } from '#api'
import type { CaseRange, Range } from './document'
import { findMarkers, type Marker } from './markers'
import { headingsOf, levelOfCases, splitByCaseMarkers, splitByLevel, wholeByHeadings } from './split-cases'
import { splitByHeadings, splitByParagraphs, titleLineBefore, trimmed, wholeCase, withoutHash } from './split-plain'
import { HEADINGS, levelOf, PARAGRAPHS, templates as builtIn, WHOLE, wayOfLevel } from './templates'

export interface Split {
  /** Null where no marker was found and the text became one case. */
  templateId: string | null
  cases: CaseRange[]
  /** A line before the first case that belongs to the whole document. */
  heading: Range | null
  /** Other ways that give more than one case. */
  others: { templateId: string; cases: number }[]
}

/**
 * Cuts a text into cases: by `way` (a template's id, `whole`, `paragraphs`, `headings` or a level of them), or without
 * it by what fits best: headings of Markdown that are those of cases, or the template with the most markers.
 */
export function splitText(text: string, way: string | undefined, templates: readonly Template[] = builtIn, isMarkdown = false): Split {
  const sources: Sources = { text, headings: headingsOf(text), templates, found: new Map(), named: new Map() }
  const chosen = way === undefined ? bestWay(sources, isMarkdown) : way
  const found = chosen === null || chosen === WHOLE ? null : splitBy(chosen, sources)
  const levels = [1, 2, 3, 4, 5, 6].filter((level) => sources.headings.filter((heading) => heading.level === level).length > 1).map(wayOfLevel)
  const others = [...templates.map(({ id }) => id), ...levels.length > 0 ? levels : [HEADINGS], PARAGRAPHS]
    .filter((id) => id !== chosen)
    .map((id) => ({ templateId: id, cases: splitBy(id, sources).cases.length }))
    .filter((other) => other.cases > 1)
  if (found === null || found.cases.length === 0) {
    return { templateId: null, cases: [isMarkdown ? wholeByHeadings(text) : wholeCase(text)], heading: null, others }
  }
  return { templateId: chosen, ...found, others }
}

interface Sources {
  text: string
  headings: ReturnType<typeof headingsOf>
  templates: readonly Template[]
  /** Markers by the template they are of. */
  found: Map<string, Marker[]>
  /** Cases by the template whose markers name them. */
  named: Map<string, ReturnType<typeof splitByCaseMarkers>>
}

function splitBy(way: string, sources: Sources): { cases: CaseRange[]; heading: Range | null } {
  const { text, headings, templates } = sources
  const level = levelOf(way)
  if (level !== null) return { cases: splitByLevel(text, level, headings), heading: null }
  if (way === HEADINGS) return { cases: splitByHeadings(text), heading: null }
  if (way === PARAGRAPHS) return { cases: splitByParagraphs(text), heading: null }
  const template = templates.find(({ id }) => id === way)
  if (template === undefined) return { cases: [], heading: null }
  if (template.caseMarkers.length === 0) return splitByMarkers(text, markersOf(template, sources))
  const { cases } = namedBy(template, sources)
  const title = cases[0]?.title ?? null
  return { cases, heading: title === null ? null : documentHeading(text, title.start) }
}

function bestWay(sources: Sources, isMarkdown: boolean): string | null {
  const level = isMarkdown ? levelOfCases(sources.text, sources.headings) : null
  if (level !== null) return wayOfLevel(level)
  let best: { id: string; score: number } | null = null
  for (const template of sources.templates) {
    const score = template.caseMarkers.length === 0 ? fitness(markersOf(template, sources), template) : caseFitness(template, sources)
    if (score > (best?.score ?? 0)) best = { id: template.id, score }
  }
  return best?.id ?? null
}

function caseFitness(template: Template, sources: Sources): number {
  const { cases, markers } = namedBy(template, sources)
  return cases.length > 1 ? markers + 1 : 0
}

function namedBy(template: Template, { text, named }: Sources): ReturnType<typeof splitByCaseMarkers> {
  const split = named.get(template.id) ?? splitByCaseMarkers(text, template)
  named.set(template.id, split)
  return split
}

function markersOf(template: Template, { text, found }: Sources): Marker[] {
  const markers = found.get(template.id) ?? findMarkers(text, template)
  found.set(template.id, markers)
  return markers
}

/** A lone word that happens to be a marker does not make a template fit: two roles must be there, or two cases. */
function fitness(markers: Marker[], template: Template): number {
  const roles = new Set(markers.map(({ rank }) => rank))
  const starts = markers.filter(({ rank }) => rank === 0).length
  if (roles.size < 2 && starts < 2) return 0
  return starts === 0 ? 0 : markers.length + roles.size / template.sections.length
}

/** Every marker of the first role starts a case, and so does the first marker of all. */
function splitByMarkers(text: string, markers: Marker[]): { cases: CaseRange[]; heading: Range | null } {
  const groups: Marker[][] = []
  for (const marker of markers) {
    if (groups.length === 0 || marker.rank === 0) groups.push([marker])
    else groups.at(-1)!.push(marker)
  }
  const titles = titlesOf(text, groups)
  const starts = groups.map((group, index) => (index === 0 ? 0 : (titles[index]?.start ?? group[0]!.start)))
  const cases = groups.map((group, index) => {
    const end = starts[index + 1] ?? text.length
    const line = titles[index] ?? null
    const sectionEnd = (position: number) => group[position + 1]?.start ?? end
    return {
      start: starts[index]!,
      end,
      title: line === null ? null : withoutHash(text, line),
      sections: group.map(({ role, heading, end: from }, position) => ({ role, heading, ...trimmed(text, from, sectionEnd(position)) })),
    }
  })
  return { cases, heading: titles[0] === null ? documentHeading(text, groups[0]![0]!.start) : null }
}

/** A short line before a case's first marker names the case, if most of the cases have one; a marker itself names none. */
function titlesOf(text: string, groups: Marker[][]): (Range | null)[] {
  const lines = groups.map((group, index) => {
    const line = titleLineBefore(text, group[0]!.start)
    return line !== null && line.start >= (groups[index - 1]?.at(-1)!.end ?? 0) ? line : null
  })
  const named = lines.filter((line) => line !== null).length
  return named * 2 > groups.length ? lines : groups.map(() => null)
}

/** What stands before the first marker, if it is one short line. */
function documentHeading(text: string, firstMarker: number): Range | null {
  const line = titleLineBefore(text, firstMarker)
  return line !== null && text.slice(0, line.start).trim() === '' ? withoutHash(text, line) : null
}
