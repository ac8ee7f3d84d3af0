import type { Source } from '#api'
import { singleLine } from './prose'

/** A source on one line, in the order of GB/T 7714: author. title. container, date: page. address. */
export function citationOf(source: Source, nameFile: (file: string) => string): string {
  const { author = '', title = '', container = '', date = '', page = '', url = '', file = '' } = source
  const published = [container, date].filter(Boolean).join(', ') + (page === '' ? '' : `: ${page}`)
  const parts = [author, title, published.replace(/^: /u, ''), url].map(singleLine).filter((part) => part !== '')
  if (parts.length === 0) return file === '' ? '' : nameFile(singleLine(file))
  // A title alone is a remark rather than a citation, and takes no full stop after it.
  if (parts.length === 1) return parts[0]!
  return parts.map((part, index) => (index === parts.length - 1 && part === url ? part : `${part.replace(/\.$/u, '')}.`)).join(' ')
}
