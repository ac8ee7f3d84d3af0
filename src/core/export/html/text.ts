import type { Case } from '#api'
import { sizeText } from '#api/size-text'
import { citationsOf, factsOf, paragraphsOf, singleLine, type Paragraph, type Words } from '../../present'

/**
 * The cases as a page of plain text, in HTML: what is read on paper, on a narrow screen, where no script runs, and
 * until the interface is there.
 */
export function readingText(cases: Case[], title: string, words: Words): string {
  const contents = cases.length < 2 ? '' : element('nav', [
    element('h2', [escapeHtml(words.agenda)]),
    element('ol', cases.map(({ title: name }, index) => `<li><a href="#case-${index + 1}">${escapeHtml(singleLine(name))}</a></li>`)),
  ])
  return [
    element('header', [element('h1', [escapeHtml(singleLine(title))]), element('p', [escapeHtml(words.casesCounted(cases.length))])]),
    contents,
    ...cases.map((item, index) => articleOf(item, index + 1, words)),
  ].join('\n')
}

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/gu, (character) => entities[character]!)
}

function articleOf(item: Case, number: number, words: Words): string {
  const facts = factsOf(item, words).map(({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`)
  const sections = item.sections.map(({ heading, role, text }) => sectionOf(singleLine(heading) || words.rowLabel(`role:${role}`), text))
  const sources = citationsOf(item, words).map((citation) => `<li>${escapeHtml(citation)}</li>`)
  return `<article id="case-${number}" data-id="${escapeHtml(item.id)}">${[
    element('h2', [escapeHtml(singleLine(item.title))]),
    facts.length === 0 ? '' : element('dl', facts),
    ...sections,
    attachmentsOf(item, words),
    item.notes.trim() === '' ? '' : sectionOf(words.notes, item.notes),
    sources.length === 0 ? '' : element('footer', [element('h3', [escapeHtml(words.sources)]), element('ul', sources)]),
  ].join('')}</article>`
}

/** Names and sizes alone: the contents stay in the library, and the page says so. */
function attachmentsOf({ attachments }: Case, words: Words): string {
  if (attachments.length === 0) return ''
  const entries = attachments.map(({ name, bytes }) => `<li>${escapeHtml(name)} (${sizeText(bytes)})</li>`)
  return element('section', [
    element('h3', [escapeHtml(words.attachments)]), element('ul', entries), element('p', [escapeHtml(words.attachmentsElsewhere)]),
  ])
}

function sectionOf(heading: string, text: string): string {
  const paragraphs = paragraphsOf(text).map(paragraphOf)
  return paragraphs.length === 0 ? '' : element('section', [element('h3', [escapeHtml(heading)]), ...paragraphs])
}

function paragraphOf({ style, runs }: Paragraph): string {
  const content = runs.map(({ text, strong }) => (strong && style !== 'heading' ? element('strong', [escapeHtml(text)]) : escapeHtml(text))).join('')
  if (style === 'heading') return element('h4', [content])
  return style === 'item' ? `<p class="item">${content}</p>` : element('p', [content])
}

function element(name: string, content: string[]): string {
  return `<${name}>${content.join('')}</${name}>`
}
