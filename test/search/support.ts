import { createSearchEngine, type SearchDocument, type SearchEngine } from '#core/search/index'
import { fold } from '#core/text/index'

/** More than any library of these tests has. */
export const ALL = 20_000

export function engineWith(documents: readonly SearchDocument[]): SearchEngine {
  const engine = createSearchEngine()
  for (const document of documents) engine.update(document.id, document)
  return engine
}

export async function settledEngine(documents: readonly SearchDocument[]): Promise<SearchEngine> {
  const engine = engineWith(documents)
  await engine.settled()
  return engine
}

// Control characters and every blank: what a text breaks its lines with is a blank to the one who searches.
const BLANK = /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/g

/** What two texts must have in common to be the same to search. */
export function alike(text: string): string {
  return fold(text).replace(BLANK, ' ')
}

const QUOTES = [['"', '"'], ['“', '”'], ['「', '」'], ['＂', '＂']] as const

/** The text as a phrase of a query, or null where there is nothing to find or it holds every kind of closing mark. */
export function phraseOf(text: string): string | null {
  const marks = QUOTES.find(([, closing]) => !text.includes(closing))
  return marks === undefined || alike(text).trim() === '' ? null : `${marks[0]}${text}${marks[1]}`
}

/** Whether an offset lies between two characters, not inside one. */
export function isBorder(text: string, offset: number): boolean {
  return !(/[\ud800-\udbff]/.test(text[offset - 1] ?? '') && /[\udc00-\udfff]/.test(text[offset] ?? ''))
}

/** Whether no character of a text is half a one. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text)
}

/** Whether a query asks for a number, which is found in other ways of writing too. */
export function hasNumeral(text: string): boolean {
  return /[0-9〇零一二两三四五六七八九十百千万亿]/.test(alike(text))
}
