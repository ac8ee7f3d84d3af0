/** Encodings a person may read a file in. */
const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']

/** Formats that do not say for sure how they are written. */
const OPEN = new Set(['txt', 'md', 'csv', 'json', 'html'])

/** The encodings in which files of a format can be read; none where the format itself says which it is. */
export function encodingsOf(format: string): string[] {
  return OPEN.has(format) ? ENCODINGS : []
}
