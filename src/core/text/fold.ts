import table from '#resources/fold-table.json'

const UNITS = 0x1_0000
const CHUNK = 8192
const BORDER = '\u0000'

/** For each UTF-16 code unit, the unit it folds to. */
const units = buildUnits()
/** One for all calls, since making one costs more than folding a title. */
const buffer = new Uint16Array(CHUNK)

/**
 * The text as search and matching see it: traditional as simplified characters, full-width as half-width, corner as
 * curly quotation marks, radicals as characters, capitals as small letters. Every UTF-16 code unit stays one code unit,
 * so an offset into the folded text is the same offset into the text. Folding twice is folding once.
 */
export function fold(text: string): string {
  return foldBy(units, text)
}

/** The text with every UTF-16 unit as a table has it. */
export function foldBy(table: Readonly<Uint16Array>, text: string): string {
  let first = 0
  while (first < text.length) {
    const unit = text.charCodeAt(first)
    if (table[unit] !== unit) break
    first++
  }
  if (first === text.length) return text

  const parts = [text.slice(0, first)]
  for (let start = first; start < text.length; start += CHUNK) {
    const length = Math.min(CHUNK, text.length - start)
    for (let index = 0; index < length; index++) buffer[index] = table[text.charCodeAt(start + index)]!
    parts.push(textOf(buffer.subarray(0, length)))
  }
  return parts.join('')
}

/** The unit that one UTF-16 unit folds to. */
export function foldUnit(unit: number): number {
  return units[unit]!
}

/** Applied, since spreading goes through an iterator; the type knows only arrays, the function takes any list. */
function textOf(list: Uint16Array): string {
  return String.fromCharCode.apply(null, list as unknown as number[])
}

function buildUnits(): Uint16Array {
  const map = new Uint16Array(UNITS)
  for (let unit = 0; unit < UNITS; unit++) map[unit] = unit
  foldRange(map, 0x41, 0x2fff, (text) => text.toLowerCase())
  foldRange(map, 0xa640, 0xabff, (text) => text.toLowerCase())
  // Kangxi radicals and compatibility ideographs, as old PDF files have them.
  foldRange(map, 0x2f00, 0x2fd5, (text) => text.normalize('NFKC'))
  foldRange(map, 0xf900, 0xfaff, (text) => text.normalize('NFKC'))
  for (let index = 0; index < table.from.length; index++) map[table.from.charCodeAt(index)] = table.to.charCodeAt(index)
  for (let unit = 0xff01; unit <= 0xff5e; unit++) map[unit] = map[unit - 0xfee0]!
  for (const [from, to] of ['\u3000 ', '「“', '」”', '『‘', '』’', '｡。', '､、', '･·']) {
    map[from!.charCodeAt(0)] = to!.charCodeAt(0)
  }
  // A composed ideograph may itself be traditional.
  for (let unit = 0; unit < UNITS; unit++) map[unit] = map[map[unit]!]!
  return map
}

/** Changes a range in one go, since calls for each unit cost a start of the program; borders keep one from the next. */
function foldRange(map: Uint16Array, from: number, to: number, change: (text: string) => string): void {
  const characters: string[] = []
  for (let unit = from; unit <= to; unit++) characters.push(String.fromCharCode(unit))
  for (const [index, changed] of change(characters.join(BORDER)).split(BORDER).entries()) {
    if (changed.length === 1) map[from + index] = changed.charCodeAt(0)
  }
}
