import { AppError } from '#api'
import { isEverydayCharacter } from '../cleanup'
import { fold } from '../text'

export interface DecodedText {
  text: string
  /** A label that `TextDecoder` takes. */
  encoding: string
  /** The encoding is a guess that another one comes close to. */
  uncertain: boolean
  /** Bytes that mean nothing in the encoding became U+FFFD. */
  lossy: boolean
}

type Bytes = Uint8Array<ArrayBuffer>

const SAMPLE_LENGTH = 64 * 1024
const SURE = 0.85
const READABLE = 0.5
const MARGIN = 0.08
/** Stray control characters do not make a text binary; this share of them does. */
const FEW = 0.05
const ENCODINGS = ['gb18030', 'big5', 'utf-8', 'utf-16le', 'utf-16be']

const BYTE_ORDER_MARKS: { encoding: string; bytes: number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/** First bytes of files that are not text: zip and the formats made of it, PDF, OLE, pictures, archives, programs. */
const SIGNATURES = ['PK\u0003\u0004', '%PDF-', '\u00d0\u00cf\u0011\u00e0', '\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', 'Rar!', '7z\u00bc\u00af', '\u001f\u008b', '\u007fELF', 'MZ\u0090', '{\\rtf']

/**
 * The text of a file, in whichever encoding it is: a byte order mark decides, then strict UTF-8, then how Chinese the
 * text looks in each of the encodings that are left.
 * @throws AppError FILE_EMPTY, FILE_BINARY.
 */
export function decodeText(bytes: Bytes, file: string): DecodedText {
  if (bytes.length === 0) throw new AppError('FILE_EMPTY', { file })
  const mark = BYTE_ORDER_MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte))
  if (mark !== undefined) return finished(decode(bytes.subarray(mark.bytes.length), mark.encoding), mark.encoding, false, file)
  if (SIGNATURES.some((signature) => startsWith(bytes, signature))) throw new AppError('FILE_BINARY', { file })

  const utf8 = decodeStrictly(bytes, 'utf-8')
  // ASCII in UTF-16 is valid UTF-8 as well, with a NUL behind every letter.
  if (utf8 !== null && controlShare(utf8.slice(0, SAMPLE_LENGTH)) <= FEW) return finished(utf8, 'utf-8', false, file)
  const ranked = ENCODINGS
    .map((encoding) => ({ encoding, score: readability(decode(bytes.subarray(0, SAMPLE_LENGTH), encoding, true)) }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = [ranked[0]!, ranked[1]!]
  if (best.score < READABLE) throw new AppError('FILE_BINARY', { file })
  return finished(decode(bytes, best.encoding), best.encoding, best.score < SURE || best.score - second.score < MARGIN, file)
}

function finished(text: string, encoding: string, uncertain: boolean, file: string): DecodedText {
  if (text.trim() === '') throw new AppError('FILE_EMPTY', { file })
  if (controlShare(text.slice(0, SAMPLE_LENGTH)) > FEW) throw new AppError('FILE_BINARY', { file })
  return { text, encoding, uncertain, lossy: text.includes('\ufffd') }
}

function decode(bytes: Bytes, encoding: string, isPart = false): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes, { stream: isPart })
}

function decodeStrictly(bytes: Bytes, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** How much of a text is what Chinese text is made of: 1 all of it, below 0 for noise. */
function readability(text: string): number {
  if (text.length === 0) return 0
  let score = 0
  for (const character of fold(text)) {
    const code = character.codePointAt(0)!
    if (code < 0x80) score += code >= 0x20 || code === 0x09 || code === 0x0a || code === 0x0d ? 1 : -5
    else if (code === 0xfffd) score -= 5
    else if (code >= 0xe000 && code <= 0xf8ff) score -= 2
    else if (isEverydayCharacter(character) || (code >= 0x2010 && code <= 0x203b) || (code >= 0x3000 && code <= 0x301f)) score += 1
    else if (code >= 0x3400 && code <= 0x9fff) score += 0.1
    else if (!/^[\p{L}\p{N}\p{P}\p{S}\p{Z}]/u.test(character)) score -= 2
  }
  return score / text.length
}

function controlShare(text: string): number {
  return (text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/gu)?.length ?? 0) / Math.max(1, text.length)
}

function startsWith(bytes: Bytes, signature: string): boolean {
  return [...signature].every((character, index) => bytes[index] === character.charCodeAt(0))
}
