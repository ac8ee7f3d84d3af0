import type { Template } from '#api'
import type { CaseRange, Range } from './document'
import { splitByHeadings, splitByParagraphs, titleLineBefore, trimmed, wholeCase, withoutHash } from './split-plain'
import { findMarkers, type Marker } from './markers'
import { HEADINGS, PARAGRAPHS, templateById, templates, WHOLE } from './templates'

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
 * Cuts a text into cases: by `way` (a template's id, `whole`, `paragraphs` or `headings`), or without it by the
 * template whose markers fit best.
 */
export function splitText(text: string, way: string | undefined): Split {
  const chosen = way === undefined ? bestTemplate(text) : way
  const found = chosen === null || chosen === WHOLE ? null : splitBy(chosen, text)
  const others = [...templates.map(({ id }) => id), HEADINGS, PARAGRAPHS]
    .filter((id) => id !== chosen)
    .map((id) => ({ templateId: id, cases: splitBy(id, text).cases.length }))
    .filter((other) => other.cases > 1)
  if (found === null || found.cases.length === 0) return { templateId: null, cases: [wholeCase(text)], heading: null, others }
  return { templateId: chosen, ...found, others }
}

function splitBy(way: string, text: string): { cases: CaseRange[]; heading: Range | null } {
  if (way === HEADINGS) return { cases: splitByHeadings(text), heading: null }
  if (way === PARAGRAPHS) return { cases: splitByParagraphs(text), heading: null }
  const template = templateById(way)
  return template === undefined ? { cases: [], heading: null } : splitByMarkers(text, findMarkers(text, template))
}

function bestTemplate(text: string): string | null {
  let best: { id: string; score: number } | null = null
  for (const template of templates) {
    const score = fitness(findMarkers(text, template), template)
    if (score > (best?.score ?? 0)) best = { id: template.id, score }
  }
  return best?.id ?? null
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
