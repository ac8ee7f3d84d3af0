import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeRecord, mergeRecords } from './merge'
import { DELETED, PURGED, type Json, type Operation, type StoredRecord, type Write } from './model'
import { applyOperation, emptyFields, isDeleted, isPurged, seenOfRecord } from './record'
import { seenBy } from './register'

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

function stamp(index: number): string {
  return `mi0000000${String(index).padStart(4, '0')}`
}

/** Fields in no order, since a record is a map. */
function content(record: StoredRecord): unknown {
  return { ...record, fields: Object.entries(record.fields).sort(([a], [b]) => (a < b ? -1 : 1)) }
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
      expect(content(mergeRecord(a, b!))).toEqual(content(mergeRecord(b, a!)))
    }))
  })

  it('gives the same in whatever order three copies are merged', () => {
    fc.assert(fc.property(history, (steps) => {
      const [a, b, c] = play(steps)
      expect(content(mergeRecord(mergeRecord(a, b!), c!))).toEqual(content(mergeRecord(a, mergeRecord(b, c!))))
    }))
  })

  it('changes nothing the second time', () => {
    fc.assert(fc.property(history, (steps) => {
      const [a, b] = play(steps)
      const once = mergeRecord(a, b!)
      expect(content(mergeRecord(once, b!))).toEqual(content(once))
      expect(content(mergeRecord(once, once))).toEqual(content(once))
    }))
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
    }))
  })
})

describe('mergeRecords', () => {
  it('gives writes that bring a record to the merged one, and then none', () => {
    fc.assert(fc.property(history, (steps) => {
      const [a, b] = play(steps)
      const merged = applyWrites(a, mergeRecords(() => a, [b!]).writes)
      expect(content(merged!)).toEqual(content(mergeRecord(a, b!)))
      const again = mergeRecords(() => merged, [b!])
      // What a purge keeps out is told of whenever it comes, as nothing of it stays to be compared.
      expect({ ...again, conflicts: isPurged(merged!) ? [] : again.conflicts }).toEqual({ writes: [], added: 0, updated: 0, unchanged: 1, conflicts: [] })
    }))
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
