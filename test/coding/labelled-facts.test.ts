import { describe, expect, it } from 'vitest'
import held from '../../bench/import/facts/held.json'
import { readLabels, scoreFacts, totalOf, type Labelled } from '../../bench/import/facts/score'
import tuned from '../../bench/import/facts/tuned.json'

const PRECISION = 0.9
const RECALL = 0.8

describe.each([['tuned on', tuned as Labelled[]], ['held out', held as Labelled[]]])('facts of labelled texts, %s', (_name, set) => {
  const { tallies } = scoreFacts(set)

  it('are right at least nine times of ten, and at least four of five are found', () => {
    const { precision, recall } = totalOf(tallies)
    expect(precision).toBeGreaterThanOrEqual(PRECISION)
    expect(recall).toBeGreaterThanOrEqual(RECALL)
  })

  it.each(tallies)('of the kind $kind as well', ({ labelled, found, right }) => {
    expect(right / found).toBeGreaterThanOrEqual(PRECISION)
    expect(right / labelled).toBeGreaterThanOrEqual(RECALL)
  })
})

it('are at least two hundred, in both scripts', () => {
  const all = [...tuned, ...held] as Labelled[]
  expect(all.reduce((sum, each) => sum + readLabels(each).labels.length, 0)).toBeGreaterThanOrEqual(200)
  expect(new Set(all.map(({ script }) => script)).size).toBe(2)
})
