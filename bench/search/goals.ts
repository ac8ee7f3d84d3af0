import { milliseconds, percentile, ratio, table } from '../lib/figures'
import type { EngineName } from './engines'
import { faster, recallOf, type Results } from './report'

interface Row {
  goal: string
  measured: string
  isMet: boolean | null
}

const LONGEST_STALL = 50
const MISSING: Pick<Row, 'measured' | 'isMet'> = { measured: 'not measured', isMet: null }
const ERRORS = new Set(['wrong character', 'missing character', 'extra character', 'swapped characters'])
const PINYIN_OF_TITLES = new Set(['pinyin of titles', 'initials of titles'])

/** The goals of the search beside what this run measured. */
export function goals(all: Results[]): string {
  const rows = [...speed(all), ...quality(all), ...building(all), ...starting(all)]
  return table([['goal', 'measured', 'met'], ...rows.map(({ goal, measured, isMet }) => [goal, measured, isMet === null ? '-' : isMet ? 'yes' : 'NO'])])
}

function speed(all: Results[]): Row[] {
  return [
    ...[[1000, 200], [10_000, 1000], [100_000, 1000]].map(([size, wanted]) => fasterThan(all, size!, 'fuse', wanted!, 1)),
    atMost(all, 10_000, '2. p95 at 10k', 2, ({ figures: [ours] }) => percentile(ours!.times, 0.95)),
    atMost(all, 100_000, '2. p95 at 100k', 10, ({ figures: [ours] }) => percentile(ours!.times, 0.95)),
    atMost(all, 100_000, '2. p99 at 100k', 25, ({ figures: [ours] }) => percentile(ours!.times, 0.99)),
    ...all.map(({ size }) => atMost(all, size, `2. per keystroke p95 at ${size}`, 5, ({ figures: [ours] }) => percentile(ours!.keystrokes, 0.95))),
    fasterThan(all, 100_000, 'scan', 5, 3),
    fasterThan(all, 100_000, 'sqlite', 5, 3),
    fasterThan(all, 100_000, 'ufuzzy', 10, 3),
  ]
}

function quality(all: Results[]): Row[] {
  const wanted: [string, number, (group: string) => boolean][] = [
    ['exact, from one character on', 1, (group) => group.startsWith('exact')],
    ['simplified for traditional and back', 1, (group) => group.includes('traditional')],
    ['AND', 0.99, (group) => group.endsWith('words')],
    ['one error in 4 or more', 0.97, (group) => ERRORS.has(group)],
    ['pinyin and initials of titles', 0.99, (group) => PINYIN_OF_TITLES.has(group)],
    ['pinyin of texts', 0.95, (group) => group === 'pinyin of texts'],
    ['nothing where nothing matches', 1, (group) => group === 'no match'],
  ]
  return wanted.map(([name, least, isIn]) => {
    const recalls = all.map((results) => recallOf(results, results.figures[0]!, isIn))
    return {
      goal: `4. recall@10 ${name}: ${least}`,
      measured: recalls.map((value, index) => `${value.toFixed(4)} at ${all[index]!.size}`).join(', '),
      isMet: recalls.every((value) => value >= least - 1e-9),
    }
  })
}

function building(all: Results[]): Row[] {
  return [
    ...all.map(({ size }) => row(all, size, `5. RSS of the index at most 1.5x the JSON at ${size}`, ({ figures: [ours] }) => {
      const value = ours!.growth.resident / ours!.jsonBytes
      return { measured: ratio(value), isMet: value <= 1.5 }
    })),
    atMost(all, 100_000, '5. build at 100k', 10_000, ({ figures: [ours] }) => ours!.build),
    ...all.map(({ size }) => atMost(all, size, `5. longest stall while building at ${size}`, LONGEST_STALL, ({ figures: [ours] }) => ours!.buildStall)),
    ...all.map(({ size }) => atMost(all, size, `5. an edit visible at ${size}, p95`, 5, ({ figures: [ours] }) => percentile(ours!.editsVisible, 0.95))),
  ]
}

function starting(all: Results[]): Row[] {
  return ([['opened for the first time', 'ours'], ['opened again', 'again']] as const).map(([name, which]) =>
    row(all, 100_000, `6. first answer at 100k at most half of lowdb's load, ${name}`, ({ library }) => {
      if (library === null) return MISSING
      const { first, complete } = library[which]
      return { measured: `${ratio(first / library.lowdb.first)} (whole index ${ratio(complete / library.lowdb.first)})`, isMet: first <= library.lowdb.first / 2 }
    }))
}

function fasterThan(all: Results[], size: number, peer: EngineName, wanted: number, number: number): Row {
  return row(all, size, `${number}. p95 ${wanted}x faster than ${peer} at ${size}`, ({ figures }) => {
    const other = figures.find(({ engine }) => engine === peer)
    if (other === undefined) return MISSING
    const value = faster(other, figures[0]!)
    return { measured: `${ratio(value)} (${other.times.length} queries)`, isMet: value >= wanted }
  })
}

function atMost(all: Results[], size: number, goal: string, most: number, valueOf: (results: Results) => number): Row {
  return row(all, size, `${goal}: ${most} ms`, (results) => {
    const value = valueOf(results)
    return { measured: `${milliseconds(value)} ms`, isMet: value <= most }
  })
}

function row(all: Results[], size: number, goal: string, judge: (results: Results) => Pick<Row, 'measured' | 'isMet'>): Row {
  const results = all.find((each) => each.size === size)
  return { goal, ...(results === undefined ? MISSING : judge(results)) }
}
