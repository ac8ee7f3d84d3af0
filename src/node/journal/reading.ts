import { promises as fs } from 'node:fs'
import path from 'node:path'
import type { Command } from '#core/library/model'
import type { Problem } from '#api'
import { asObject, parseJson } from '../json'
import { breather } from '../turns'
import { isFrame, SESSION_SEQ, walkFrames, type Frame } from './frame'
import { sessionHeader, type Segment } from './segments'

export type Entry = { command: Command } | { problem: Problem }

export interface ReadingOptions {
  libraryId: string
  fromSeq: number
  /** Records of which the commands are wanted; where it is given, others may be left out, and nothing is said of damage. */
  about?: ReadonlySet<string>
  /** How many bytes of a segment count, where its end is still being written. */
  limitOf(segment: Segment): number | undefined
  /** Another process is writing: a torn end of the last segment is a write under way and no damage. */
  beingWritten: boolean
}

/**
 * The commands from `fromSeq` on, oldest first and each number once, with what is wrong between them. Damaged stretches
 * are skipped and the readable rest goes on.
 */
export async function* readEntries(segments: Segment[], options: ReadingOptions): AsyncGenerator<Entry> {
  const concerns = mentioning(options.about)
  const breathe = breather()
  let expected = options.fromSeq
  for (const [index, segment] of segments.entries()) {
    const nextFirst = segments[index + 1]?.firstSeq ?? Number.POSITIVE_INFINITY
    if (nextFirst <= options.fromSeq) continue
    const name = path.basename(segment.file)
    const bytes = (await fs.readFile(segment.file)).subarray(0, options.limitOf(segment))
    let isForeign = false
    if (!concerns(bytes)) {
      expected = Math.max(expected, Number.isFinite(nextFirst) ? nextFirst : expected)
      continue
    }
    for (const part of walkFrames(bytes)) {
      await breathe()
      if (!isFrame(part)) {
        if (options.about !== undefined) continue
        const isUnderWay = options.beingWritten && index === segments.length - 1 && part.end === bytes.length
        if (!isUnderWay) yield problem('JOURNAL_DAMAGED', `${name}: ${part.start}-${part.end}`)
        continue
      }
      if (part.seq === SESSION_SEQ) {
        const header = sessionHeader(part)
        isForeign = header !== undefined && header.libraryId !== options.libraryId
        if (isForeign) yield problem('JOURNAL_FOREIGN', `${name}: ${header!.libraryId}`)
        continue
      }
      // A process that lost its lock may have written behind the point where its successor went on in a new segment.
      if (isForeign || part.seq < expected || part.seq >= nextFirst) continue
      if (!concerns(part.payload)) {
        expected = part.seq + 1
        continue
      }
      const command = commandOf(part)
      if (command === undefined) {
        yield problem('JOURNAL_DAMAGED', `${name}: ${part.start}-${part.end}`)
        continue
      }
      if (part.seq > expected && options.about === undefined) yield gap(expected, part.seq - 1)
      expected = part.seq + 1
      yield { command }
    }
  }
}

/** Undefined where the frame's content is no command. */
export function commandOf(frame: Frame): Command | undefined {
  const value = asObject(parseJson(frame.payload.toString('utf8')))
  return value?.seq === frame.seq && Array.isArray(value.operations) ? value as unknown as Command : undefined
}

/** Beyond so many records looking for each costs more than reading everything. */
const MOST_SOUGHT = 32

/** Whether bytes of the journal can hold a command about any of the records: ids stand in it as they are. */
function mentioning(about: ReadonlySet<string> | undefined): (bytes: Buffer) => boolean {
  if (about === undefined || about.size > MOST_SOUGHT) return () => true
  const ids = Array.from(about, (id) => Buffer.from(JSON.stringify(id).slice(1, -1)))
  return (bytes) => ids.some((id) => bytes.includes(id))
}

function gap(from: number, to: number): Entry {
  return problem('JOURNAL_GAP', from === to ? `${from}` : `${from}-${to}`)
}

function problem(code: Problem['code'], detail: string): Entry {
  return { problem: { code, detail } }
}
