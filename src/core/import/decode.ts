import { AppError } from '#api'
import { isEverydayCharacter } from '../cleanup'
import { decodeBig5, decodeWindows1252, fold } from '../text'

export interface DecodedText {
  text: string
  /** A label that `TextDecoder` takes. */
  encoding: string
  /** How sure the encoding is, 0 to 1: by how much more readable the text is in it than in the next one. */
  confidence: number
  /** The encoding is a guess that another one comes close to. */
  uncertain: boolean
  /** Bytes that mean nothing in the encoding became U+FFFD. */
  lossy: boolean
}

type Bytes = Uint8Array<ArrayBuffer>

const SAMPLE_LENGTH = 64 * 1024
/** Bytes of ASCII that the sample has in front of the first other byte. */
const LEAD_IN = 64
const READABLE = 0.5
const SURE = 0.8
/** Valid UTF-8 with so many characters beyond ASCII is nothing else; below, each makes it this much surer. */
const VALID_UTF8 = 0.999
/** How fast more text, or a larger distance to the next encoding, makes the guess sure. */
const EVIDENCE = 0.4
/** Stray control characters do not make a text binary; this share of them does. */
const FEW = 0.05

/** What a text without a byte order mark may be in, besides valid UTF-8. */
const ENCODINGS = ['gb18030', 'big5', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252']

const BYTE_ORDER_MARKS: { encoding: string; bytes: number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/** First bytes of files that are not text: zip and the formats made of it, PDF, OLE, pictures, archives, programs. */
const SIGNATURES = ['PK\u0003\u0004', '%PDF-', '\u00d0\u00cf\u0011\u00e0', '\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', 'Rar!', '7z\u00bc\u00af', '\u001f\u008b', '\u007fELF', 'MZ\u0090', '{\\rtf']

/**
 * The text of a file, in whichever encoding it is: a byte order mark decides, then strict UTF-8, then how readable the
 * text is in each of the encodings that are left.
 * @param wanted the encoding a person has chosen, read in that whatever it looks like.
 * @throws AppError FILE_EMPTY, FILE_BINARY.
 */
export function decodeText(bytes: Bytes, file: string, wanted?: string): DecodedText {
  if (bytes.length === 0) throw new AppError('FILE_EMPTY', { file })
  const mark = BYTE_ORDER_MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte))
  if (wanted !== undefined) return finished(decode(bytes.subarray(mark?.encoding === wanted ? mark.bytes.length : 0), wanted), wanted, 1, file)
  if (mark !== undefined) return finished(decode(bytes.subarray(mark.bytes.length), mark.encoding), mark.encoding, 1, file)
  if (SIGNATURES.some((signature) => startsWith(bytes, signature))) throw new AppError('FILE_BINARY', { file })

  const utf8 = decodeStrictly(bytes, 'utf-8')
  // ASCII in UTF-16 is valid UTF-8 as well, with a NUL behind every letter.
  if (utf8 !== null && controlShare(utf8.slice(0, SAMPLE_LENGTH)) <= FEW) return finished(utf8, 'utf-8', utf8.length === bytes.length ? 1 : VALID_UTF8, file)
  const { encoding, score, confidence } = guess(sampleOf(bytes))
  if (score < READABLE) throw new AppError('FILE_BINARY', { file })
  return finished(decode(bytes, encoding), encoding, confidence, file)
}

/** The encoding in which the bytes are most readable. */
function guess(sample: Bytes): { encoding: string; score: number; confidence: number } {
  const ranked = ENCODINGS
    .map((encoding) => ({ encoding, ...readability(decode(sample, encoding, true), encoding) }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = [ranked[0]!, ranked[1]!]
  const evidence = (best.score - second.score) * Math.max(1, best.counted) * EVIDENCE
  return { encoding: best.encoding, score: best.score, confidence: Math.max(0, Math.min(1, best.score)) * (1 - Math.exp(-evidence)) }
}

/** A stretch that has in it what tells encodings apart: from shortly before the first byte beyond ASCII on. */
function sampleOf(bytes: Bytes): Bytes {
  const first = bytes.findIndex((byte) => byte >= 0x80 || byte === 0)
  // At an even byte, so that the two bytes of a UTF-16 character stay together.
  const start = Math.max(0, first - LEAD_IN) & ~1
  return bytes.subarray(start, start + SAMPLE_LENGTH)
}

function finished(text: string, encoding: string, confidence: number, file: string): DecodedText {
  if (text.trim() === '') throw new AppError('FILE_EMPTY', { file })
  if (controlShare(text.slice(0, SAMPLE_LENGTH)) > FEW) throw new AppError('FILE_BINARY', { file })
  return { text, encoding, confidence, uncertain: confidence < SURE, lossy: text.includes('\ufffd') }
}

function decode(bytes: Bytes, encoding: string, isPart = false): string {
  if (encoding === 'big5') return decodeBig5(bytes, isPart)
  if (encoding === 'windows-1252') return decodeWindows1252(bytes)
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes, { stream: isPart })
}

function decodeStrictly(bytes: Bytes, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * How much of a text is what Chinese text, or English with a few foreign letters, is made of: 1 all of it, below 0 for
 * noise; and how many of its characters tell anything.
 */
function readability(text: string, encoding: string): { score: number; counted: number } {
  if (text.length === 0) return { score: 0, counted: 0 }
  const isWide = encoding.startsWith('utf-16')
  let score = 0
  let counted = 0
  let wasForeign = false
  for (const character of fold(text)) {
    const code = character.codePointAt(0)!
    if (code >= 0x80 || isWide) counted++
    if (code < 0x80) score += code >= 0x20 || code === 0x09 || code === 0x0a || code === 0x0d ? 1 : -5
    else if (code === 0xfffd) score -= 5
    else if (code >= 0xe000 && code <= 0xf8ff) score -= 2
    // In this one every byte is some character: the foreign letters of a Western text stand alone, those of mistaken text in rows.
    else if (encoding === 'windows-1252') score += wasForeign ? -1 : 0.7
    else if (isEverydayCharacter(character) || (code >= 0x2010 && code <= 0x203b) || (code >= 0x3000 && code <= 0x301f)) score += 1
    else if (code >= 0x3400 && code <= 0x9fff) score += 0.1
    else if (!/^[\p{L}\p{N}\p{P}\p{S}\p{Z}]/u.test(character)) score -= 2
    wasForeign = code >= 0x80
  }
  return { score: score / text.length, counted }
}

function controlShare(text: string): number {
  return (text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/gu)?.length ?? 0) / Math.max(1, text.length)
}

function startsWith(bytes: Bytes, signature: string): boolean {
  return [...signature].every((character, index) => bytes[index] === character.charCodeAt(0))
}
