import { SectionRole } from '#api'
import type { CaseRange, ReadDocument, SectionRange } from '../document'
import { trimmed } from '../split-plain'
import { isRoleName, roleOfHeading } from '../roles'
import type { ReaderPorts } from './format'
import { readFrontMatter } from './front-matter'
import { unescapeMarks } from './markdown-marks'
import { decoded } from './plain-text'

const NEXT_CASE = /^<!-- next case -->[^\S\n]*\r?$\n?/gmu
const FRONT_MATTER = /^\s*---[^\S\n]*\r?\n([\s\S]*?)\r?\n---[^\S\n]*(?:\r?\n|$)/u
const MARK = /^<!-- (?:role: (?<role>[a-z]+)|(?<notes>notes)) -->[^\S\n]*\r?\n/gmu
const HEADING = /^##[^\S\n]+(.*?)[^\S\n]*\r?(?:\n|$)/u
const PLAIN_HEADING = /^##[^\S\n]+(?<heading>\S.*?)[^\S\n]*\r?$/gmu
const TITLE = /^#[^\S\n]+(?<title>\S.*?)[^\S\n]*\r?$/mu

/**
 * Markdown. With front matter each case is as the file states it; the program's own exports come back whole: ids, tags,
 * sources, notes and sections with their roles. Without front matter the text is split as any other.
 */
export function readMarkdown(bytes: Uint8Array<ArrayBuffer>, file: string, { encoding }: Pick<ReaderPorts, 'encoding'> = {}): ReadDocument {
  const document = decoded(bytes, file, encoding)
  const { text } = document
  if (!FRONT_MATTER.test(text)) return { ...document, isMarkdown: true, cases: null }
  const starts = [0, ...[...text.matchAll(NEXT_CASE)].map((match) => match.index + match[0].length)]
  const cases = starts.map((start, index) => caseAt(text, start, starts[index + 1] ?? text.length))
  return { ...document, isMarkdown: true, cases }
}

function caseAt(text: string, start: number, end: number): NonNullable<ReadDocument['cases']>[number] {
  const part = text.slice(start, end)
  const front = FRONT_MATTER.exec(part)
  const bodyStart = start + (front?.[0].length ?? 0)
  const bodyEnd = start + part.replace(/<!-- next case -->\s*$/u, '').length
  const stated = readFrontMatter(front?.[1] ?? '')
  const range: CaseRange = { start, end, title: null, sections: [] }
  const marks = [...text.slice(bodyStart, bodyEnd).matchAll(MARK)]
  if (marks.length === 0) {
    const title = TITLE.exec(text.slice(bodyStart, bodyEnd))
    const from = title === null ? bodyStart : bodyStart + title.index + title[0].length
    range.sections = sectionsByHeadings(text, from, bodyEnd)
    return { range, stated: { ...(title === null ? {} : { title: title.groups!.title! }), ...stated } }
  }
  for (const [index, mark] of marks.entries()) {
    const from = bodyStart + mark.index + mark[0].length
    const until = bodyStart + (marks[index + 1]?.index ?? bodyEnd - bodyStart)
    const heading = HEADING.exec(text.slice(from, until))
    const body = trimmed(text, from + (heading?.[0].length ?? 0), until)
    if (mark.groups!.notes === undefined) range.sections.push(section(mark.groups!.role!, heading?.[1] ?? '', body))
    else stated.notes = unescapeMarks(text.slice(body.start, body.end))
  }
  return { range, stated }
}

function section(roleName: string, heading: string, body: { start: number; end: number }): SectionRange {
  const role = SectionRole.safeParse(roleName).data ?? 'other'
  return { role, heading: isRoleName(heading, role) ? '' : heading, ...body }
}

function sectionsByHeadings(text: string, start: number, end: number): SectionRange[] {
  const headings = [...text.slice(start, end).matchAll(PLAIN_HEADING)]
  const lead = trimmed(text, start, start + (headings[0]?.index ?? end - start))
  const sections = headings.map((match, index): SectionRange => ({
    role: roleOfHeading(match.groups!.heading!) ?? 'other',
    heading: match.groups!.heading!,
    ...trimmed(text, start + match.index + match[0].length, start + (headings[index + 1]?.index ?? end - start)),
  }))
  return lead.start < lead.end ? [{ role: 'other', heading: '', ...lead }, ...sections] : sections
}
