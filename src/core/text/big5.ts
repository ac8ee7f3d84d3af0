import supplement from '#resources/hkscs.json'

const FIRST_LEAD = 0x81
const FIRST_OF_TAIWAN = 0xa1
const FIRST_TRAIL = 0x40
const CHUNK = 8192
const LOST = '\ufffd'

let table: string[] | null = null
let pairs: Map<string, number> | null = null

/**
 * The text of Big5 with Hong Kong's supplement, of which the decoders of some hosts know only the part from Taiwan.
 * Bytes that mean nothing become U+FFFD.
 * @param isPart the text goes on, so that half a character at its end is no mistake.
 */
export function decodeBig5(bytes: Uint8Array<ArrayBuffer>, isPart = false): string {
  table ??= buildTable()
  const parts: string[] = []
  let characters: string[] = []
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte < FIRST_LEAD) characters.push(byte === 0x80 ? LOST : String.fromCharCode(byte))
    else if (at + 1 < bytes.length) {
      const character = table[(byte << 8) | bytes[at + 1]!]
      // A byte of ASCII stands for itself even behind one that begins nothing.
      if (character !== undefined || bytes[at + 1]! >= 0x80) at++
      characters.push(character ?? LOST)
    } else if (!isPart) characters.push(LOST)
    if (characters.length >= CHUNK) {
      parts.push(characters.join(''))
      characters = []
    }
  }
  return parts.join('') + characters.join('')
}

/** The two bytes of a character in Big5 as one number; undefined for what it writes otherwise or not at all. */
export function big5Pair(character: string): number | undefined {
  table ??= buildTable()
  if (pairs === null) {
    pairs = new Map()
    // Of a character that the supplement has once more, the code from Taiwan is what is written.
    for (const [pair, each] of table.entries()) {
      const known = pairs.get(each ?? '')
      if (each !== undefined && (known === undefined || known >> 8 < FIRST_OF_TAIWAN)) pairs.set(each, pair)
    }
  }
  return pairs.get(character)
}

function buildTable(): string[] {
  const built: string[] = []
  const decoder = new TextDecoder('big5')
  for (let lead = FIRST_LEAD; lead <= 0xfe; lead++) {
    for (let trail = FIRST_TRAIL; trail <= 0xfe; trail++) {
      if (trail > 0x7e && trail < 0xa1) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (!/[\ufffd\p{Co}]/u.test(character)) built[(lead << 8) | trail] = character
    }
  }
  for (const [first, characters] of supplement as [number, string][]) {
    for (const [index, character] of [...characters].entries()) built[first + index] = character
  }
  return built
}
