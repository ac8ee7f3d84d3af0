import { createHash } from 'node:crypto'
import { isDeleted, type Snapshot } from '#core/library/index'
import { writeFully, type WritableFile } from '../disk'
import { breather } from '../turns'
import { DOCUMENT_END, headerLine } from './document'

/** Characters after which a piece goes to the file; hashing and encoding it fits into a slice. */
const PIECE = 128 * 1024
/** Bytes between flushes, so that a journal's flush never waits behind the whole file. */
const FLUSH_BYTES = 8 * 1024 * 1024

/**
 * Writes a snapshot as a document into an empty file, in slices of a few milliseconds, so that whoever works with the
 * library meanwhile does not notice. The snapshot must not change while it is written.
 * @returns the header's SHA-256 of the snapshot.
 */
export async function writeDocument(file: WritableFile, snapshot: Snapshot): Promise<string> {
  const cases = await countCases(snapshot)
  const placeholder = Buffer.from(headerLine(snapshot, cases, '0'.repeat(64)))
  const hash = createHash('sha256')
  let position = placeholder.length
  let flushed = 0
  for await (const piece of piecesOf(snapshot)) {
    const bytes = Buffer.from(piece, 'utf8')
    hash.update(bytes)
    await writeFully(file, bytes, position)
    position += bytes.length
    if (position - flushed < FLUSH_BYTES) continue
    await file.datasync()
    flushed = position
  }
  await writeFully(file, Buffer.from(DOCUMENT_END), position)
  const sha256 = hash.digest('hex')
  // Only now is the hash known that the first line names; it is as long as the zeros it takes the place of.
  await writeFully(file, Buffer.from(headerLine(snapshot, cases, sha256)), 0)
  return sha256
}

async function countCases(snapshot: Snapshot): Promise<number> {
  let cases = 0
  for await (const record of unhurried(snapshot.records)) {
    if (record.kind === 'case' && !isDeleted(record)) cases++
  }
  return cases
}

/** The text `JSON.stringify(snapshot)` gives, piece by piece. */
async function* piecesOf(snapshot: Snapshot): AsyncGenerator<string> {
  let piece = '{'
  for (const [index, [key, value]] of Object.entries(snapshot).entries()) {
    piece += `${index === 0 ? '' : ','}${JSON.stringify(key)}:`
    if (!Array.isArray(value)) {
      piece += JSON.stringify(value)
      continue
    }
    let separator = '['
    for await (const element of unhurried<unknown>(value)) {
      piece += separator + JSON.stringify(element)
      separator = ','
      if (piece.length < PIECE) continue
      yield piece
      piece = ''
    }
    piece += value.length === 0 ? '[]' : ']'
  }
  yield `${piece}}`
}

/** The elements, with a turn for everyone else whenever a slice has passed. */
async function* unhurried<Element>(elements: Element[]): AsyncGenerator<Element> {
  const breathe = breather()
  for (const element of elements) {
    yield element
    await breathe()
  }
}
