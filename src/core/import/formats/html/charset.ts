import { AppError } from '#api'
import { decoded } from '../plain-text'

type Decoded = ReturnType<typeof decoded>

const HEAD = 4096
const DECLARED = /<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w-]{1,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{1,40})/iu

/** What is said of a page's encoding outside of it: by the transport, and by a person, who is right. */
export interface SaidEncoding {
  charset?: string | undefined
  wanted?: string | undefined
}

/**
 * The text of a page. What is valid in UTF-8, or has a byte order mark, is that whatever the page says of itself, since
 * pages keep what they said when they are saved anew; then comes what the transport said, then the page.
 */
export function decodePage(bytes: Uint8Array<ArrayBuffer>, file: string, { charset, wanted }: SaidEncoding = {}): Decoded {
  if (wanted !== undefined) return decoded(bytes, file, wanted)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  const found = DECLARED.exec(head)
  const label = charset ?? found?.[1] ?? found?.[2]
  const hasMark = /^(?:ÿþ|þÿ|ï»¿)/u.test(head)
  const encoding = label === undefined || hasMark || isUtf8(bytes) ? undefined : encodingOf(label)
  if (encoding === undefined) return decoded(bytes, file)
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.trim() === '') throw new AppError('FILE_EMPTY', { file })
  return { text, encoding, warnings: text.includes('\ufffd') ? [{ code: 'ENCODING_LOSSY', message: encoding }] : [] }
}

function isUtf8(bytes: Uint8Array<ArrayBuffer>): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** GB2312 and GBK are read as the larger GB18030; a label that a page may not have in UTF-16 is none. */
function encodingOf(label: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(label)
    if (/^utf-/u.test(encoding)) return undefined
    return encoding === 'gbk' ? 'gb18030' : encoding
  } catch {
    return undefined
  }
}
