import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { mergeRegisters, seenBy, type Register, type Version } from '#core/library/index'

/** Random histories of one field on three devices that now and then hear of each other. */
const histories = fc.array(fc.record({ device: fc.constantFrom('a', 'b', 'c'), hears: fc.subarray(['a', 'b', 'c']), skew: fc.integer({ min: -5, max: 5 }) }), { minLength: 1, maxLength: 12 })

function play(steps: { device: string; hears: string[]; skew: number }[]): Record<string, Register | undefined> {
  const state: Record<string, Register | undefined> = {}
  const clocks: Record<string, number> = {}
  steps.forEach(({ device, hears, skew }, index) => {
    for (const other of hears) {
      const theirs = state[other]
      if (theirs !== undefined) state[device] = mergeRegisters(state[device], theirs)
    }
    const time = Math.max((clocks[device] ?? 100) + 1, 100 + index + skew)
    clocks[device] = time
    const version: Version = { value: index, device, time: String(time).padStart(6, '0') }
    const seen = seenBy(state[device], device)
    if (seen !== undefined) version.seen = seen
    state[device] = mergeRegisters(state[device], [version])
  })
  return state
}

describe('merging a field', () => {
  test('is commutative, associative and idempotent, whatever the order of writes and the clocks', () => {
    fc.assert(fc.property(histories, (steps) => {
      const [a, b, c] = ['a', 'b', 'c'].map((device) => play(steps)[device])
      if (a === undefined || b === undefined || c === undefined) return
      expect(mergeRegisters(a, b)).toEqual(mergeRegisters(b, a))
      expect(mergeRegisters(mergeRegisters(a, b), c)).toEqual(mergeRegisters(a, mergeRegisters(b, c)))
      expect(mergeRegisters(a, a)).toBe(a)
      expect(mergeRegisters(mergeRegisters(a, b), b)).toEqual(mergeRegisters(a, b))
    }), { numRuns: 10_000 })
  })

  test('a write that has seen all others stands alone; writes that have not seen each other are both kept', () => {
    const first: Version = { value: '甲', device: 'a', time: '1' }
    const second: Version = { value: '乙', device: 'b', time: '2' }
    const both = mergeRegisters([first], [second])
    expect(both.map(({ value }) => value)).toEqual(['乙', '甲'])
    const third: Version = { value: '丙', device: 'a', time: '1a', seen: seenBy(both, 'a')! }
    expect(mergeRegisters(both, [third])).toEqual([third])
  })
})
