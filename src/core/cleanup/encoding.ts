import { big5Pair, decodeBig5, fold, windows1252Byte } from '../text'
import { gbkPair, isEverydayCharacter } from './gbk'
import { spotAt, type Spot } from './spot'

const SAMPLE_LENGTH = 20_000
const SHORTEST = 4
/** Shares of everyday characters: Chinese text has nearly only those, mistaken text hardly any. */
const CHINESE = 0.8
const MISTAKEN = 0.6
const CERTAIN = 0.97
const LOST = '\ufffd'
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
  (text, isPart) => decode(latinBytes(text), 'big5', isPart),
  (text, isPart) => decode(pairBytes(text, gbkPair, true), 'utf-8', isPart),
  (text, isPart) => decode(pairBytes(text, gbkPair, false), 'big5', isPart),
  (text, isPart) => decode(pairBytes(text, big5Pair, false), 'gb18030', isPart),
  swapBytes,
]

/**
 * A whole text that was read in the wrong encoding, as one spot over all of it; null where nothing is wrong. Where bytes
 * were lost (UTF-8 read as GBK nearly always loses some) it cannot be repaired: it is flagged with `after` equal to `before`.
 */
export function findEncodingConfusion(text: string): Spot | null {
  const head = text.slice(0, SAMPLE_LENGTH)
  if (everydayShare(head) >= MISTAKEN) return head.includes(REPLACEMENT_AS_GBK) ? spotAt(text, 'encoding', 0, text.length, text, 0) : null
  for (const inverse of inverses) {
    const start = head.includes(LOST) ? null : inverse(head, head.length < text.length)
    const repaired = start !== null && isChinese(start) && !text.includes(LOST) ? inverse(text, false) : null
    if (repaired !== null) return spotAt(text, 'encoding', 0, text.length, repaired, CERTAIN)
  }
  return head.includes(REPLACEMENT_AS_GBK) || readsAsAnother(head) ? spotAt(text, 'encoding', 0, text.length, text, 0) : null
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

function decode(bytes: Uint8Array<ArrayBuffer> | null, encoding: string, isPart: boolean): string | null {
  if (bytes === null) return null
  if (encoding === 'big5') {
    const text = decodeBig5(bytes, isPart)
    return text.includes(LOST) ? null : text
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isPart })
  } catch {
    return null
  }
}

function latinBytes(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index++) {
    const byte = windows1252Byte(text.charCodeAt(index))
    if (byte === undefined) return null
    bytes[index] = byte
  }
  return bytes
}

/** @param hasEuro the euro sign is the byte 0x80, and no pair. */
function pairBytes(text: string, pairOf: (character: string) => number | undefined, hasEuro: boolean): Uint8Array<ArrayBuffer> | null {
  const bytes: number[] = []
  for (const character of text) {
    const unit = character.charCodeAt(0)
    const pair = unit < 0x80 ? undefined : pairOf(character)
    if (hasEuro && character === EURO) bytes.push(0x80)
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff)
    else if (unit < 0x80) bytes.push(unit)
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

/** Whether what is left of the text reads as Chinese in another encoding, though bytes of it are lost. */
function readsAsAnother(text: string): boolean {
  const left = text.replace(/[?\ufffd]/gu, '')
  const tries: [Uint8Array<ArrayBuffer> | null, string][] = [
    [pairBytes(left, gbkPair, true), 'utf-8'], [pairBytes(left, gbkPair, false), 'big5'], [pairBytes(left, big5Pair, false), 'gb18030'], [latinBytes(left), 'utf-8'],
  ]
  const isRead = tries.some(([bytes, encoding]) => {
    if (bytes === null || bytes.length < 3 * SHORTEST) return false
    const decoded = new TextDecoder(encoding).decode(bytes)
    return decoded.split(LOST).length - 1 < decoded.length / 3 && isChinese(decoded.replaceAll(LOST, ''))
  })
  const swapped = isRead ? null : swapBytes(left)
  return isRead || (swapped !== null && isChinese(swapped))
}
