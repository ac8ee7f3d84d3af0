const KEY_BITS = 31
const FIRST_SIZE = 1 << 12
const LEVELS_PER_UNIT = 4
/** Stand in place of a second word's hash: what the first word's probability takes off a word it has no pair with, and its own. */
const BACK_OFF = 1
const ALONE = 2
const FACTOR = 0x9e37_79b1

/** Of no characters, to hash a word from. */
export const EMPTY_HASH = 0x811c_9dc5
/** Of what stands before the first word of a text. */
export const START_HASH = hashOf('始##始')

/** The hash of a word that goes on by one more unit. */
export function hashOn(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x0100_0193) ^ (hash >>> 15)
}

/** The hash of a folded word. */
export function hashOf(word: string): number {
  let hash = EMPTY_HASH
  for (let at = 0; at < word.length; at++) hash = hashOn(hash, word.charCodeAt(at))
  return hash
}

/**
 * How likely words are one behind the other, in natural logarithms. Made from `resources/word-pairs.txt`: the number of
 * entries, then each of them in order of its key (31 bits of a hash of the two words) as the distance from the key
 * before it (base 32, least digit first, digits beyond 31 go on) and a level, in the digits of base64: the logarithm
 * times -4. Words are folded to simplified. A pair that is not there may, once in ten thousand, be taken for one that is.
 */
export class WordPairs {
  private keys = new Int32Array(FIRST_SIZE).fill(-1)
  private levels = new Uint8Array(FIRST_SIZE)

  /** @throws Error where the text is not of that form. */
  constructor(text: string) {
    const [head = '', body = ''] = text.split('\n')
    const count = Number(head)
    if (!(count >= 0) || head === '') throw new Error('word-pairs.txt: no number of entries')
    this.makeRoom(count)
    let key = 0
    let distance = 0
    let shift = 0
    for (let at = 0; at < body.length; at++) {
      const digit = digitOf(body.charCodeAt(at))
      distance |= (digit & 31) << shift
      shift += 5
      if (digit > 31) continue
      key += distance
      this.put(key, digitOf(body.charCodeAt(++at)))
      distance = 0
      shift = 0
    }
  }

  /** Of a word behind another one, by their hashes; not a number where the pair is rare. */
  following(first: number, second: number): number {
    return this.at(first, second)
  }

  /** What is taken off a word's own probability behind one that it makes no pair with. */
  backOff(first: number): number {
    const found = this.at(first, BACK_OFF)
    return Number.isNaN(found) ? 0 : found
  }

  /** Of a word alone, where it is another one than in general; else not a number. */
  alone(word: number): number {
    return this.at(word, ALONE)
  }

  private at(first: number, second: number): number {
    const slot = this.slotOf(keyOf(first, second))
    return this.keys[slot]! < 0 ? Number.NaN : -this.levels[slot]! / LEVELS_PER_UNIT
  }

  private makeRoom(count: number): void {
    let size = FIRST_SIZE
    while (size < count * 2) size *= 2
    this.keys = new Int32Array(size).fill(-1)
    this.levels = new Uint8Array(size)
  }

  private put(key: number, level: number): void {
    const slot = this.slotOf(key)
    this.keys[slot] = key
    this.levels[slot] = level
  }

  private slotOf(key: number): number {
    const mask = this.keys.length - 1
    let slot = (Math.imul(key, FACTOR) >>> 8) & mask
    while (this.keys[slot]! >= 0 && this.keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }
}

function keyOf(first: number, second: number): number {
  return (Math.imul(Math.imul(first, FACTOR) ^ second, 0x85eb_ca6b) ^ (second >>> 13)) >>> (32 - KEY_BITS)
}

/** The value of a digit of base64. */
function digitOf(code: number): number {
  if (code >= 0x61) return code - 0x61 + 26
  if (code >= 0x41) return code - 0x41
  if (code >= 0x30) return code - 0x30 + 52
  return code === 0x2b ? 62 : 63
}
