import { AppError } from '#api'
import type { Reader } from '../format'
import { readPage } from './page'

type Bytes = Uint8Array<ArrayBuffer>

const MOST_PARTS = 10_000
const DEEPEST = 5

interface Part {
  type: string
  charset: string | undefined
  bytes: Bytes
}

/** A page that a browser saved with all its files in one: the page alone is read. */
export const readMhtml: Reader = (bytes, file) => {
  const page = partsOf(new TextDecoder('latin1').decode(bytes), DEEPEST).find(({ type }) => /^(?:text\/html|application\/xhtml\+xml)$/u.test(type))
  if (page === undefined) throw new AppError('FILE_DAMAGED', { file })
  return readPage(page.bytes, file, { charset: page.charset })
}

/** The parts of a message in MIME, in order; each byte of the source is a character. */
function partsOf(source: string, left: number): Part[] {
  const head = /^([\s\S]*?)\r?\n\r?\n/u.exec(source)
  if (head === null || left === 0) return []
  const headers = head[1]!.replace(/\r?\n[ \t]+/gu, ' ')
  const body = source.slice(head[0].length)
  const content = headerOf(headers, 'content-type')
  const type = content.split(';')[0]!.trim().toLowerCase()
  const boundary = parameterOf(content, 'boundary')
  if (type.startsWith('multipart/') && boundary !== undefined) {
    return body.split(`--${boundary}`).slice(1, MOST_PARTS).flatMap((part) => partsOf(part.replace(/^[ \t]*\r?\n/u, ''), left - 1))
  }
  return [{ type, charset: parameterOf(content, 'charset'), bytes: bytesOf(body, headerOf(headers, 'content-transfer-encoding').trim().toLowerCase()) }]
}

function headerOf(headers: string, name: string): string {
  return new RegExp(`^${name}:(.*)$`, 'imu').exec(headers)?.[1] ?? ''
}

function parameterOf(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'iu').exec(header)
  return match?.[1] ?? match?.[2]
}

function bytesOf(body: string, encoding: string): Bytes {
  if (encoding === 'base64') return fromBase64(body)
  const text = encoding !== 'quoted-printable' ? body : body
    .replace(/[ \t]+$/gmu, '')
    .replace(/=\r?\n/gu, '')
    .replace(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function fromBase64(body: string): Bytes {
  try {
    return Uint8Array.from(atob(body.replace(/[^A-Za-z0-9+/]/gu, '')), (character) => character.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}
