import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { findEncodingConfusion, findSpots, type Spot } from '#core/cleanup/index'
import { SAFE_CONFIDENCE } from '#api'
import type { WordModel } from '#core/text/index'

/** A place that was damaged on purpose; `open` where no repair could tell what stood there. */
export interface Truth {
  start: number
  end: number
  after: string
  open?: boolean
  /** In the second half of the sentences. */
  held?: boolean
}

export interface DamagedDocument {
  text: string
  truth: Truth[]
  type?: string
}

export interface EncodedText {
  type: string
  encoding: string
  length: number
  /** In base64. */
  bytes: string
}

export interface Score {
  /** Places that can be repaired. */
  spots: number
  /** Of them, those repaired right if everything offered were accepted. */
  found: number
  /** Of them, those repaired right by what is applied unasked. */
  safe: number
  /** Changes offered, or applied unasked, where nothing was damaged or that give something else. */
  wrong: number
  wrongSafe: number
}

export const FOLDER = path.join('test', 'fixtures', 'repairs')

export function readCorpus<T = DamagedDocument>(name: string, folder = FOLDER): T[] {
  return gunzipSync(readFileSync(path.join(folder, `${name}.jsonl.gz`))).toString('utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as T)
}

/** How the spots of some kinds compare with the truth, change by change. Misreadings are flags: all of them are offers. */
export function scoreOf(documents: readonly DamagedDocument[], kinds: readonly string[], words: WordModel | null): Score {
  const score: Score = { spots: 0, found: 0, safe: 0, wrong: 0, wrongSafe: 0 }
  for (const { text, truth } of documents) {
    const spots = spotsOf(text, kinds, words)
    const offered = new Set(spots.flatMap((spot) => changesOf(text, spot)))
    const safe = new Set(spots.filter(isSafe).flatMap((spot) => changesOf(text, spot)))
    const right = new Set<string>()
    for (const place of truth) {
      const changes = changesOf(text, place)
      for (const change of changes) right.add(change)
      if (place.open === true) continue
      score.spots++
      if (changes.every((change) => offered.has(change))) score.found++
      if (changes.every((change) => safe.has(change))) score.safe++
    }
    const wrong = spots.filter((spot) => changesOf(text, spot).some((change) => !right.has(change)))
    score.wrong += wrong.length
    score.wrongSafe += wrong.filter(isSafe).length
  }
  return score
}

function spotsOf(text: string, kinds: readonly string[], words: WordModel | null): Spot[] {
  const whole = kinds.includes('encoding') ? findEncodingConfusion(text) : null
  return [...(whole === null ? [] : [whole]), ...findSpots(text, words)].filter(({ kind, before, after }) => kinds.includes(kind) && before !== after)
}

export function isSafe({ kind, confidence }: Spot): boolean {
  return confidence >= SAFE_CONFIDENCE && kind !== 'ocr'
}

/** A repair as the smallest changes it is made of, so that one over a row of places equals one for each of them. */
function changesOf(text: string, { start, end, after }: Pick<Spot, 'start' | 'end' | 'after'>): string[] {
  const before = text.slice(start, end)
  if (before.length === after.length) return [...before].flatMap((_, at) => (before[at] === after[at] ? [] : [`${start + at}:${after[at]}`]))
  const left: number[] = []
  let kept = 0
  for (let at = 0; at < before.length; at++) {
    if (kept < after.length && before[at] === after[kept]) kept++
    else left.push(start + at)
  }
  return kept === after.length ? left.map((at) => `${at}-`) : [`${start}-${end}:${after}`]
}

/** At which place of a damaged spot's readings the right one stands: 0 the first; -1 where it is not among them. */
export function rankOf(text: string, place: Truth, words: WordModel): { rank: number; isSilent: boolean; isFlagged: boolean } {
  const spots = findSpots(text, words).filter(({ kind, start, end }) => kind === 'damage' && start < place.end && end > place.start)
  const spot = spots.find(({ start, end }) => start === place.start && end === place.end)
  return {
    rank: spot === undefined ? -1 : [spot.after, ...spot.alternatives].indexOf(place.after),
    isSilent: spots.some(isSafe),
    isFlagged: spots.length > 0,
  }
}
