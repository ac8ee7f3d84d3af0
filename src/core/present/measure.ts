/**
 * How much room text takes, without a font at hand. Han characters are one em wide in every font; for the rest the
 * widths are those of common sans faces, rounded up, so that a measured text never needs more lines than counted.
 */
const CANNOT_START = /^[、。，．：；！？）］｝〉》」』】〕”’…—%‰℃,.:;!?)\]}]/u
const CANNOT_END = /^[（［｛〈《「『【〔“‘([{]/u
/** Lines are filled by renderers a little differently; what is kept free covers that. */
const FILL = 0.985

/** Width of one character in em. */
export function characterWidth(character: string): number {
  const code = character.codePointAt(0)!
  if (code >= 0x1100 || (code >= 0x2010 && code <= 0x203b)) return 1
  if (code === 0x20) return 0.3
  if (/[ijlI.,:;'|!()[\]]/.test(character)) return 0.36
  if (/[mwMW@%]/.test(character)) return 0.95
  if (/[A-Z]/.test(character)) return 0.72
  return 0.6
}

/**
 * Where each line of the text ends (exclusive, UTF-16 offsets) when set at `size` points in `width` points. Han text
 * breaks anywhere but before closing and after opening punctuation; Latin words stay whole where they fit.
 */
export function breakLines(text: string, width: number, size: number): number[] {
  const room = (width * FILL) / size
  const ends: number[] = []
  let used = 0
  for (const unit of unitsOf(text)) {
    let unitWidth = 0
    for (const character of unit.text) unitWidth += characterWidth(character)
    if (unit.text === '\n') {
      ends.push(unit.start)
      used = 0
      continue
    }
    if (used > 0 && used + unitWidth > room && unit.text.trim() !== '') {
      ends.push(unit.start)
      used = 0
    }
    if (unitWidth <= room) {
      used += unitWidth
      continue
    }
    let offset = unit.start
    for (const character of unit.text) {
      const characterRoom = characterWidth(character)
      if (used > 0 && used + characterRoom > room) {
        ends.push(offset)
        used = 0
      }
      used += characterRoom
      offset += character.length
    }
  }
  ends.push(text.length)
  return ends
}

export function countLines(text: string, width: number, size: number): number {
  return breakLines(text, width, size).length
}

/** The text, or as much of it as fits into the lines, cut after a sentence or clause where one ends late enough, with `…`. */
export function shorten(text: string, width: number, size: number, lines: number): string {
  const ends = breakLines(text, width, size)
  if (ends.length <= lines) return text
  // Room for the ellipsis itself.
  const room = [...text.slice(0, ends[lines - 1])].slice(0, -1).join('')
  return `${room.slice(0, goodBreak(room, 0.7)).replace(/[，、；：,;:\s]+$/u, '')}…`
}

/** The end of the last sentence, or else clause, in the text, if that keeps at least `share` of it; else all of it. */
export function goodBreak(text: string, share: number): number {
  for (const pattern of [/[。！？；!?;]["”’」』）)]*/gu, /[，、：,:]/gu]) {
    let end = 0
    for (const match of text.matchAll(pattern)) end = match.index + match[0].length
    if (end >= text.length * share) return end
  }
  return text.length
}

interface Unit {
  text: string
  start: number
}

/** What must not be torn: Latin words, and characters with the punctuation that clings to them. */
function* unitsOf(text: string): Iterable<Unit> {
  let unit: Unit | null = null
  for (const { 0: piece, index } of text.matchAll(/\n|\s+|[\p{Script=Latin}\p{Nd}'’.@/_-]+|./gsu)) {
    const clings = unit !== null && piece !== '\n' && unit.text !== '\n' && (CANNOT_START.test(piece) || CANNOT_END.test(lastOf(unit.text)))
    if (clings) {
      unit = { text: unit!.text + piece, start: unit!.start }
      continue
    }
    if (unit !== null) yield unit
    unit = { text: piece, start: index }
  }
  if (unit !== null) yield unit
}

function lastOf(text: string): string {
  return text.at(-1) ?? ''
}
