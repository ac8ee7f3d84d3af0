import { crc32 } from 'node:zlib'

/**
 * A frame of the journal: magic, payload length, sequence number, CRC-32 of the two and of the payload, payload (JSON).
 * The magic's first byte never occurs in UTF-8, so a payload cannot be taken for the start of a frame.
 */
const MAGIC = Buffer.from([0xf7, 0x4a, 0x52, 0x31])
const LENGTH_AT = 4
const SEQ_AT = 8
const CRC_AT = 16
export const FRAME_HEADER_BYTES = 20

/** Sequence number of the frames that do not hold a command but say who wrote the ones behind them. */
export const SESSION_SEQ = 0

export interface Frame {
  seq: number
  start: number
  end: number
  payload: Buffer
}

/** Bytes that are not a whole, undamaged frame. */
export interface Damage {
  start: number
  end: number
}

export function encodeFrame(seq: number, value: unknown): Buffer {
  const payload = Buffer.from(JSON.stringify(value), 'utf8')
  const frame = Buffer.alloc(FRAME_HEADER_BYTES + payload.length)
  MAGIC.copy(frame)
  frame.writeUInt32LE(payload.length, LENGTH_AT)
  frame.writeBigUInt64LE(BigInt(seq), SEQ_AT)
  payload.copy(frame, FRAME_HEADER_BYTES)
  frame.writeUInt32LE(checksum(frame), CRC_AT)
  return frame
}

/** The frame that starts at `start`, or null where no whole, undamaged frame does. */
export function decodeFrame(bytes: Buffer, start: number): Frame | null {
  if (start + FRAME_HEADER_BYTES > bytes.length || bytes.compare(MAGIC, 0, MAGIC.length, start, start + MAGIC.length) !== 0) return null
  const end = start + FRAME_HEADER_BYTES + bytes.readUInt32LE(start + LENGTH_AT)
  if (end > bytes.length) return null
  const frame = bytes.subarray(start, end)
  if (checksum(frame) !== frame.readUInt32LE(CRC_AT)) return null
  const seq = Number(frame.readBigUInt64LE(SEQ_AT))
  return Number.isSafeInteger(seq) ? { seq, start, end, payload: frame.subarray(FRAME_HEADER_BYTES) } : null
}

/** All frames, and the stretches between them that are none; after damage the next magic is looked for. */
export function* walkFrames(bytes: Buffer): Generator<Frame | Damage> {
  let position = 0
  while (position < bytes.length) {
    const frame = decodeFrame(bytes, position)
    if (frame !== null) {
      yield frame
      position = frame.end
      continue
    }
    const next = nextFrame(bytes, position + 1)
    yield { start: position, end: next }
    position = next
  }
}

export function isFrame(part: Frame | Damage): part is Frame {
  return 'payload' in part
}

function nextFrame(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(MAGIC, from); at >= 0; at = bytes.indexOf(MAGIC, at + 1)) {
    if (decodeFrame(bytes, at) !== null) return at
  }
  return bytes.length
}

function checksum(frame: Buffer): number {
  return crc32(frame.subarray(FRAME_HEADER_BYTES), crc32(frame.subarray(LENGTH_AT, CRC_AT)))
}
