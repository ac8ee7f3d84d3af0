import type { Case } from '#api'
import { citationOf } from './citation'
import { printable, singleLine } from './prose'
import type { Words } from './words'

/** A case's citations, each on a line; the file it was imported from where nothing better is known. */
export function citationsOf(item: Case, words: Words): string[] {
  const citations = item.sources.map((source) => citationOf(source, (file) => words.labelled(words.file, file))).filter(Boolean)
  const file = item.original?.file ?? ''
  return citations.length > 0 || file === '' ? citations : [words.labelled(words.file, singleLine(file))]
}

/** What the speaker is to know of a case: whose it is, where it comes from, and the user's notes. */
export function speakerNotes(item: Case, words: Words): string {
  const citations = citationsOf(item, words)
  const lines = [
    singleLine(item.title),
    placeOf(item),
    ...(citations.length === 0 ? [] : [words.labelled(words.sources, citations.join(words.language === 'en' ? '; ' : '；'))]),
    ...(item.notes.trim() === '' ? [] : ['', words.labelled(words.notes, ''), printable(item.notes.trim())]),
  ]
  return lines.filter((line, index) => line !== '' || index > 1).join('\n')
}

/** Organisation, region and model on one line. */
export function placeOf(item: Case): string {
  return [item.organisation, regionOf(item), item.modelName].map(singleLine).filter((part) => part !== '').join(' · ')
}

export function regionOf({ region: { province, city } }: Pick<Case, 'region'>): string {
  return singleLine([province, city === province ? '' : city].filter(Boolean).join(' '))
}
