import { fold } from '../text'
import { gbkPair, isEverydayCharacter } from './gbk'
import { spotAt, type Spot } from './spot'

const SAMPLE_LENGTH = 20_000
const SHORTEST = 4
/** Shares of everyday characters: Chinese text has nearly only those, mistaken text hardly any. */
const CHINESE = 0.8
const MISTAKEN = 0.6
const CERTAIN = 0.97
/** The one character that GBK writes as a byte of its own, 0x80. */
const EURO = '€'
/** What U+FFFD becomes when its UTF-8 bytes are read as GBK. */
const REPLACEMENT_AS_GBK = '锟斤拷'

/** `isPart`: the text goes on, so that a character cut at its end is no mistake. */
type Inverse = (text: string, isPart: boolean) => string | null

/** Bytes that were read in the wrong encoding, where no byte was lost: put back and read again. */
const inverses: Inverse[] = [
  (text, isPart) => decode(latinBytes(text), 'utf-8', isPart),
  (text, isPart) => decode(latinBytes(text), 'gb18030', isPart),
  (text, isPart) => decode(gbkBytes(text), 'big5', isPart),
  swapBytes,
]

/**
 * A whole text that was read in the wrong encoding, as one spot over all of it; null where nothing is wrong. UTF-8 read
 * as GBK loses bytes and cannot be repaired: it is flagged with `after` equal to `before`.
 */
export function findEncodingConfusion(text: string): Spot | null {
  const head = text.slice(0, SAMPLE_LENGTH)
  const now = everydayShare(head)
  const isUtf8AsGbk = head.includes(REPLACEMENT_AS_GBK) || (now < MISTAKEN && readsAsUtf8(head))
  if (now < MISTAKEN) {
    for (const inverse of inverses) {
      const start = inverse(head, head.length < text.length)
      const repaired = start !== null && isChinese(start) ? inverse(text, false) : null
      if (repaired !== null) return spotAt(text, 'encoding', 0, text.length, repaired, CERTAIN)
    }
  }
  return isUtf8AsGbk ? spotAt(text, 'encoding', 0, text.length, text, 0) : null
}

/** How many characters beyond ASCII a text has, and how many of them are everyday Chinese characters and punctuation. */
function countCharacters(text: string): { counted: number; everyday: number } {
  let counted = 0
  let everyday = 0
  for (const character of fold(text)) {
    if (character.charCodeAt(0) < 0x80) continue
    counted++
    if (isEverydayCharacter(character) || /[，。、；：？！“”‘’（）《》—…·「」]/u.test(character)) everyday++
  }
  return { counted, everyday }
}

/** The share of everyday characters, 0 to 1; 1 for a text with next to nothing to judge by. */
function everydayShare(text: string): number {
  const { counted, everyday } = countCharacters(text)
  return counted < SHORTEST ? 1 : everyday / counted
}

function isChinese(text: string): boolean {
  const { counted, everyday } = countCharacters(text)
  return counted >= SHORTEST && everyday / counted >= CHINESE
}

function decode(bytes: Uint8Array | null, encoding: string, isPart: boolean): string | null {
  if (bytes === null) return null
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isPart })
  } catch {
    return null
  }
}

function latinBytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    const byte = unit <= 0xff ? unit : windows1252().get(unit)
    if (byte === undefined) return null
    bytes[index] = byte
  }
  return bytes
}

function gbkBytes(text: string): Uint8Array | null {
  const bytes: number[] = []
  for (const character of text) {
    const unit = character.charCodeAt(0)
    const pair = unit < 0x80 ? undefined : gbkPair(character)
    if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff)
    else if (unit < 0x80) bytes.push(unit)
    else if (character === EURO) bytes.push(0x80)
    else return null
  }
  return Uint8Array.from(bytes)
}

function swapBytes(text: string): string | null {
  const parts: string[] = []
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    parts.push(String.fromCharCode(((unit & 0xff) << 8) | (unit >> 8)))
  }
  const swapped = parts.join('')
  return /\p{Cs}|\p{Cn}/u.test(swapped) ? null : swapped
}

function readsAsUtf8(text: string): boolean {
  const bytes = gbkBytes(text.replace(/[?\ufffd]/gu, ''))
  if (bytes === null || bytes.length < 3 * SHORTEST) return false
  const decoded = new TextDecoder('utf-8').decode(bytes)
  const lost = decoded.split('\ufffd').length - 1
  return lost < decoded.length / 3 && isChinese(decoded.replaceAll('\ufffd', ''))
}

let windows: Map<number, number> | null = null

/** Windows-1252 has printable characters where Latin-1 has control codes. */
function windows1252(): Map<number, number> {
  if (windows === null) {
    windows = new Map()
    const decoder = new TextDecoder('windows-1252')
    for (let byte = 0x80; byte < 0xa0; byte++) windows.set(decoder.decode(Uint8Array.of(byte)).charCodeAt(0), byte)
  }
  return windows
}
