/** A Markdown text without its marks, and where each of its characters stands in the source. */
export interface PlainText {
  text: string
  /** Offset in the source of each UTF-16 unit of `text`, and at the end the source's length. */
  offsets: number[]
}

const MARKS = /^(?:#{1,6}|>)[ \t]+|\*\*|~~|`|\[(?=[^\]\n]+\]\([^)\s]+\))|\]\([^)\s]+\)/gm

/** What a reader sees of a Markdown text: the words, without the marks that rendering takes away. */
export function plainText(markdown: string): PlainText {
  let text = ''
  const offsets: number[] = []
  const keep = (from: number, to: number): void => {
    text += markdown.slice(from, to)
    for (let offset = from; offset < to; offset++) offsets.push(offset)
  }
  let position = 0
  for (const mark of markdown.matchAll(MARKS)) {
    keep(position, mark.index)
    position = mark.index + mark[0].length
  }
  keep(position, markdown.length)
  offsets.push(markdown.length)
  return { text, offsets }
}

/** The stretch of the plain text that shows a stretch of the source. */
export function plainRange({ offsets }: PlainText, start: number, end: number): { start: number; end: number } {
  const at = (offset: number): number => {
    const found = offsets.findIndex((each) => each >= offset)
    return found < 0 ? offsets.length - 1 : found
  }
  return { start: at(start), end: at(end) }
}

/** A text with every run of blanks as one, as words are compared across paragraphs; `offsets` lead back into `text`. */
export function joinedBlanks(text: string): PlainText {
  let joined = ''
  const offsets: number[] = []
  for (let offset = 0; offset < text.length; offset++) {
    const blank = /\s/.test(text[offset]!)
    if (blank && joined.endsWith(' ')) continue
    joined += blank ? ' ' : text[offset]!
    offsets.push(offset)
  }
  offsets.push(text.length)
  return { text: joined, offsets }
}

/**
 * The words of the source that a reader has quoted from its rendering, and their offset; `earlier` is how often the same
 * words are rendered before the quoted place. Undefined where they are not there.
 */
export function sourceOf(markdown: string, quoted: string, earlier = 0): { text: string; start: number } | undefined {
  const plain = plainText(markdown)
  const joined = joinedBlanks(plain.text)
  const wanted = joinedBlanks(quoted).text.trim()
  const start = wanted === '' ? -1 : placesOf(joined.text, wanted)[earlier] ?? joined.text.indexOf(wanted)
  if (start < 0) return undefined
  const from = plain.offsets[joined.offsets[start]!]!
  const last = plain.offsets[joined.offsets[start + wanted.length - 1]!]!
  return { text: markdown.slice(from, last + 1), start: from }
}

/** Offsets of the words in a text, without overlaps. */
export function placesOf(text: string, words: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0 && words !== ''; at = text.indexOf(words, at + words.length)) places.push(at)
  return places
}
