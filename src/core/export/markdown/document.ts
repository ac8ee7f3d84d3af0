/**
 * A case as Markdown, made to be read by people and read back by the importer:
 *
 *     ---
 *     id: …            front matter in YAML: id, title, organisation, model, region {province, city},
 *     title: …         period, tags, sources; what is empty is left out
 *     ---
 *
 *     <!-- role: highlight -->
 *     ## 看点
 *
 *     The section's own Markdown, whatever is in it.
 *
 *     <!-- notes -->
 *     ## 备注
 *
 *     …
 *
 * Only these comments part sections; headings within a section are its own. In a file of several cases
 * `<!-- next case -->` stands on a line of its own before each further front matter. A line of a text that looks like
 * one of the comments carries a backslash before it, which reading takes away.
 */
import type { Case } from '#api'
import { stringify } from 'yaml'
import type { Words } from '../../present'

export const NEXT_CASE = '<!-- next case -->'

export function documentOf(item: Case, words: Words): string {
  const sections = item.sections.map((section) => sectionOf(
    `role: ${section.role}`, section.heading || words.rowLabel(`role:${section.role}`), section.text))
  const notes = item.notes.trim() === '' ? [] : [sectionOf('notes', words.notes, item.notes)]
  return [`---\n${frontMatterOf(item)}---\n`, ...sections, ...notes].join('\n')
}

function frontMatterOf(item: Case): string {
  const { id, title, organisation, modelName, region, period, tags, sources } = item
  const place = withoutEmpty(region)
  return stringify(withoutEmpty({
    id, title, organisation, model: modelName, region: Object.keys(place).length === 0 ? '' : place, period, tags,
    sources: sources.map(withoutEmpty),
  }), { lineWidth: 0 })
}

function withoutEmpty<Value extends object>(value: Value): Partial<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) =>
    entry !== undefined && entry !== '' && !(Array.isArray(entry) && entry.length === 0))) as Partial<Value>
}

function sectionOf(mark: string, heading: string, text: string): string {
  return `<!-- ${mark} -->\n## ${heading.replace(/\s+/gu, ' ').trim()}\n\n${escapeMarks(text.replace(/\r\n?/gu, '\n').trim())}\n`
}

function escapeMarks(text: string): string {
  return text.replace(/^(\\*)(<!-- (?:role:|notes -->|next case -->))/gmu, '\\$1$2')
}
