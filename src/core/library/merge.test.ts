import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalRecord } from './canonical'
import { conflictsOf, settleWrites } from './conflicts'
import { mergeRecord, mergeRecords } from './merge'
import { DELETED, PURGED, type Json, type Operation, type StoredRecord, type Write } from './model'
import { applyOperation, emptyFields, isDeleted, isPurged, seenOfRecord } from './record'
import { hasSeen, seenBy } from './register'

/**
 * A few devices that each write to their own copy of one record and now and then take in another's, as libraries do.
 * Each has a clock of its own, so that times of different devices tie and run against what was seen of each other.
 */
interface Step {
  device: number
  field: string
  value: Json
  takeFrom: number | null
}

const DEVICES = 3
/** As many histories as the laws are held to; each law takes a second or two. */
const RUNS = { numRuns: 10_000 }
const step: fc.Arbitrary<Step> = fc.record({
  device: fc.nat({ max: DEVICES - 1 }),
  field: fc.constantFrom('title', 'notes', 'tags/党建', 'x-of-a-later-version', DELETED, PURGED),
  value: fc.oneof<fc.Arbitrary<Json>[]>(fc.string({ maxLength: 6 }), fc.integer(), fc.constant(null), fc.constant({ nested: ['值'] })),
  takeFrom: fc.option(fc.nat({ max: DEVICES - 1 }), { nil: null }),
})
const history = fc.array(step, { maxLength: 24 })

function play(steps: Step[]): StoredRecord[] {
  const copies: StoredRecord[] = Array.from({ length: DEVICES }, () => ({ id: 'r', kind: 'case', fields: emptyFields() }))
  const clocks = Array.from({ length: DEVICES }, () => 0)
  for (const { device, field, value, takeFrom } of steps) {
    if (takeFrom !== null) copies[device] = mergeRecord(copies[device], copies[takeFrom]!)
    copies[device] = write(copies[device]!, `device${device}`, stamp(++clocks[device]!), field, value)
  }
  return copies
}

function write(record: StoredRecord, device: string, time: string, field: string, value: Json): StoredRecord {
  const seen = seenBy(record.fields[field], device)
  const operation: Operation = {
    opId: `${device}${time}`, record: record.id, kind: record.kind, field, device, time, old: null,
    new: field === PURGED ? true : field === DELETED ? (value === null ? false : { seen: seenOfRecord(record) }) : value, ...(seen === undefined ? {} : { seen }),
  }
  return applyOperation(record, operation)
}

function writeExactly(record: StoredRecord, device: string, time: string, field: string, value: Json): StoredRecord {
  const seen = seenBy(record.fields[field], device)
  return applyOperation(record, { opId: '', record: record.id, kind: record.kind, field, device, time, old: null, new: value, ...(seen === undefined ? {} : { seen }) })
}

function stamp(index: number): string {
  return `mi0000000${String(index).padStart(4, '0')}`
}

/** What "the same" means for records: the same canonical bytes. */
function content(record: StoredRecord): string {
  return JSON.stringify(canonicalRecord(record))
}

function applyWrites(record: StoredRecord | undefined, writes: Write[]): StoredRecord | undefined {
  return writes.reduce<StoredRecord | undefined>((current, { version, record: id, kind, field, value }) => applyOperation(current, {
    opId: '', record: id, kind, field, old: null, new: value, device: version!.device, time: version!.time,
    ...(version!.seen === undefined ? {} : { seen: version!.seen }),
  }), record)
}

describe('mergeRecord', () => {
  it('gives the same whichever copy comes first', () => {
    fc.assert(fc.property(history, (steps) => {
      const [a, b] = play(steps)
      expect(content(mergeRecord(a, b!))).toBe(content(mergeRecord(b, a!)))
    }), RUNS)
  })

  it('gives the same in whatever order three copies are merged', () => {
    fc.assert(fc.property(history, (steps) => {
      const [a, b, c] = play(steps)
      expect(content(mergeRecord(mergeRecord(a, b!), c!))).toBe(content(mergeRecord(a, mergeRecord(b, c!))))
    }), RUNS)
  })

  it('changes nothing the second time', () => {
    fc.assert(fc.property(history, (steps) => {
      const [a, b] = play(steps)
      const once = mergeRecord(a, b!)
      expect(content(mergeRecord(once, b!))).toBe(content(once))
      expect(content(mergeRecord(once, once))).toBe(content(once))
    }), RUNS)
  })

  it('is the same bytes whatever order the versions come in', () => {
    fc.assert(fc.property(history, fc.array(fc.nat(), { minLength: 80, maxLength: 80 }), (steps, ranks) => {
      const copies = play(steps)
      const versions = copies.flatMap((copy) => Object.entries(copy.fields)
        .flatMap(([field, register]) => register.map((version): StoredRecord => ({ id: 'r', kind: 'case', fields: { [field]: [version] } }))))
      const shuffled = versions.map((version, index) => ({ version, rank: ranks[index]! })).sort((a, b) => a.rank - b.rank).map(({ version }) => version)
      const together = (all: StoredRecord[]) => all.reduce<StoredRecord>(mergeRecord, { id: 'r', kind: 'case', fields: emptyFields() })
      expect(content(together(shuffled))).toBe(content(together(copies)))
    }), RUNS)
  })

  it('loses no version that another has not seen, unless the record was purged', () => {
    fc.assert(fc.property(history, (steps) => {
      const copies = play(steps)
      if (copies.some(isPurged)) return
      const merged = copies.reduce((all, copy) => mergeRecord(all, copy))
      for (const [field, register] of copies.flatMap((copy) => Object.entries(copy.fields))) {
        for (const version of register) {
          expect(merged.fields[field]!.some((kept) => hasSeen(kept, version.device, version.time))).toBe(true)
        }
      }
    }), RUNS)
  })

  it('loses no field, known or not, unless it was purged; and then all of them, for good', () => {
    fc.assert(fc.property(history, (steps) => {
      const [a, b] = play(steps)
      const merged = mergeRecord(a, b!)
      if (isPurged(a!) || isPurged(b!)) {
        expect(isDeleted(merged)).toBe(true)
        expect(Object.keys(merged.fields).filter((field) => field !== DELETED && field !== PURGED)).toEqual([])
        return
      }
      for (const field of [...Object.keys(a!.fields), ...Object.keys(b!.fields)]) expect(merged.fields).toHaveProperty([field])
    }), RUNS)
  })
})

describe('mergeRecords', () => {
  it('gives writes that bring a record to the merged one, and then none', () => {
    fc.assert(fc.property(history, (steps) => {
      const [a, b] = play(steps)
      const merged = applyWrites(a, mergeRecords(() => a, [b!]).writes)
      expect(content(merged!)).toBe(content(mergeRecord(a, b!)))
      const again = mergeRecords(() => merged, [b!])
      // What a purge keeps out is told of whenever it comes, as nothing of it stays to be compared.
      expect({ ...again, conflicts: isPurged(merged!) ? [] : again.conflicts }).toEqual({ writes: [], added: 0, updated: 0, unchanged: 1, conflicts: [] })
    }), RUNS)
  })

  const base = write({ id: 'r', kind: 'case', fields: emptyFields() }, 'me', stamp(1), 'title', '旧题')

  it('tells of a field that both changed, and keeps the later', () => {
    const mine = write(base, 'me', stamp(2), 'title', '我的题')
    const theirs = write(base, 'you', stamp(3), 'title', '你的题')
    const { conflicts } = mergeRecords(() => mine, [theirs])
    expect(conflicts).toEqual([{ id: 'r', field: 'title', mine: '我的题', theirs: '你的题', kept: 'theirs' }])
    expect(mergeRecords(() => theirs, [mine]).conflicts).toEqual([{ id: 'r', field: 'title', mine: '你的题', theirs: '我的题', kept: 'mine' }])
  })

  it('does not call it a conflict where both wrote the same, or one followed the other', () => {
    const mine = write(base, 'me', stamp(2), 'title', '同题')
    expect(mergeRecords(() => mine, [write(base, 'you', stamp(3), 'title', '同题')]).conflicts).toEqual([])
    expect(mergeRecords(() => mine, [write(mine, 'you', stamp(3), 'title', '后题')]).conflicts).toEqual([])
  })

  it('keeps an edit against a deletion that had not seen it, and says so on either side', () => {
    const edited = write(base, 'me', stamp(2), 'title', '改过的题')
    const deleted = write(base, 'you', stamp(3), DELETED, true)
    expect(isDeleted(mergeRecord(edited, deleted))).toBe(false)
    expect(mergeRecords(() => edited, [deleted]).conflicts).toEqual([{ id: 'r', field: DELETED, mine: false, theirs: true, kept: 'mine' }])
    expect(mergeRecords(() => deleted, [edited]).conflicts).toEqual([{ id: 'r', field: DELETED, mine: true, theirs: false, kept: 'theirs' }])
  })

  it('takes a deletion that saw everything', () => {
    const deleted = write(base, 'you', stamp(3), DELETED, true)
    const merge = mergeRecords(() => base, [deleted])
    expect(merge).toMatchObject({ added: 0, updated: 1, conflicts: [] })
    expect(isDeleted(applyWrites(base, merge.writes)!)).toBe(true)
  })

  it('takes nothing into a purged record, and says where that keeps an edit out', () => {
    const deleted = write(base, 'me', stamp(3), DELETED, true)
    const purged = write(deleted, 'me', stamp(4), PURGED, true)
    expect(mergeRecords(() => purged, [base])).toEqual({ writes: [], added: 0, updated: 0, unchanged: 1, conflicts: [] })
    const edited = write(base, 'you', stamp(2), 'title', '改过的题')
    expect(mergeRecords(() => purged, [edited])).toMatchObject({
      writes: [], updated: 0, conflicts: [{ id: 'r', field: DELETED, mine: true, theirs: false, kept: 'mine' }],
    })
  })

  it('does not count the tombstone of a record that was never here as added', () => {
    const deleted = write(base, 'you', stamp(3), DELETED, true)
    expect(mergeRecords(() => undefined, [deleted])).toMatchObject({ added: 0, updated: 0, unchanged: 1 })
    expect(mergeRecords(() => undefined, [base])).toMatchObject({ added: 1, updated: 0, unchanged: 0 })
  })
})

describe('whole libraries', () => {
  /** Several records at once, each with a history of its own; a copy is a library's map of them. */
  const libraries = fc.array(fc.array(step, { maxLength: 12 }), { minLength: 1, maxLength: 2 }).map((histories) => {
    const played = histories.map((steps, index) => play(steps).map((copy): StoredRecord => ({ ...copy, id: `r${index}` })))
    return Array.from({ length: DEVICES }, (_, device) => new Map(played.map((copies) => [copies[device]!.id, copies[device]!])))
  })

  /** As the program does it: the writes of a merge, applied one by one. */
  function merged(mine: Map<string, StoredRecord>, theirs: Map<string, StoredRecord>): Map<string, StoredRecord> {
    const result = new Map(mine)
    for (const write of mergeRecords((id) => mine.get(id), theirs.values()).writes) {
      result.set(write.record, applyWrites(result.get(write.record), [write])!)
    }
    return result
  }

  const bytes = (library: Map<string, StoredRecord>) => JSON.stringify([...library.values()]
    .filter(({ fields }) => Object.keys(fields).length > 0).sort((a, b) => (a.id < b.id ? -1 : 1)).map(canonicalRecord))

  it('merge commutatively, associatively and idempotently, to the same bytes', () => {
    fc.assert(fc.property(libraries, ([a, b, c]) => {
      const both = merged(a!, b!)
      expect(bytes(both)).toBe(bytes(merged(b!, a!)))
      expect(bytes(merged(both, c!))).toBe(bytes(merged(a!, merged(b!, c!))))
      expect(bytes(merged(both, b!))).toBe(bytes(both))
      expect(mergeRecords((id) => both.get(id), both.values()).writes).toEqual([])
    }), RUNS)
  })

  it('agree on what is deleted and on what is in conflict, whoever merged first', () => {
    fc.assert(fc.property(libraries, ([a, b, c]) => {
      const [one, other] = [merged(merged(a!, b!), c!), merged(c!, merged(b!, a!))]
      for (const [id, record] of one) {
        expect(isDeleted(other.get(id)!)).toBe(isDeleted(record))
        expect(conflictsOf(other.get(id)!)).toEqual(conflictsOf(record))
      }
    }), RUNS)
  })

  it('have no conflict any more once it is settled, in every library, with either value', () => {
    fc.assert(fc.property(libraries, fc.nat(), (copies, choice) => {
      let all = copies.reduce(merged)
      for (const record of all.values()) {
        for (const { field, shown, others } of conflictsOf(record)) {
          const current = all.get(record.id)!
          if (!conflictsOf(current).some((conflict) => conflict.field === field)) continue
          const versions = [shown, ...others]
          const writes = settleWrites(current, field, versions[choice % versions.length]!)
          const settled = writes.reduce((each, { field: name, value }) => writeExactly(each, 'settler', stamp(500), name, value), current)
          all = new Map(all).set(record.id, settled)
        }
      }
      for (const copy of copies) for (const record of merged(copy, all).values()) expect(conflictsOf(record)).toEqual([])
    }), RUNS)
  })
})
