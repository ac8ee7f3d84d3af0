import { promises as fs } from 'node:fs'
import path from 'node:path'
import { errorCode } from '../disk'
import { asObject, parseJson } from '../json'
import { isFrame, SESSION_SEQ, walkFrames, type Frame } from './frame'

export const JOURNAL_FORMAT = 'jingjian-journal'
export const JOURNAL_VERSION = 1

/** A journal file; it holds commands from `firstSeq` up to the next segment's. */
export interface Segment {
  file: string
  firstSeq: number
}

/** Stands at the start of every segment, and again where a later session goes on in it. */
export interface SessionHeader {
  format: string
  version: number
  libraryId: string
  /** Epoch of the lock that the writer held. */
  epoch: number
}

export function segmentFile(directory: string, firstSeq: number): string {
  return path.join(directory, `${String(firstSeq).padStart(16, '0')}.log`)
}

/** The journal's files, oldest first; none where there is no journal yet. */
export async function listSegments(directory: string): Promise<Segment[]> {
  let names: string[]
  try {
    names = await fs.readdir(directory)
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT' || errorCode(cause) === 'ENOTDIR') return []
    throw cause
  }
  return names
    .filter((name) => /^\d{16}\.log$/u.test(name))
    .sort()
    .map((name) => ({ file: path.join(directory, name), firstSeq: Number(name.slice(0, 16)) }))
}

/** Undefined where the frame is not a session header of this program's journal. */
export function sessionHeader(frame: Frame): SessionHeader | undefined {
  if (frame.seq !== SESSION_SEQ) return undefined
  const value = asObject(parseJson(frame.payload.toString('utf8')))
  if (value?.format !== JOURNAL_FORMAT || typeof value.libraryId !== 'string') return undefined
  return { format: JOURNAL_FORMAT, version: Number(value.version), libraryId: value.libraryId, epoch: Number(value.epoch) || 0 }
}

/** The last readable session header of the journal, or undefined where there is none. */
export async function lastSession(segments: Segment[]): Promise<SessionHeader | undefined> {
  for (const segment of segments.toReversed()) {
    let last: SessionHeader | undefined
    for (const part of walkFrames(await fs.readFile(segment.file))) {
      if (isFrame(part)) last = sessionHeader(part) ?? last
    }
    if (last !== undefined) return last
  }
  return undefined
}
