import type { Case } from '#api'
import { textKeys } from '#core/import/duplicates'
import { NearDuplicates } from '#core/import/near-duplicates'
import { table } from '../../lib/figures'
import { edits } from './edits'
import { caseOf, loadTable } from './load'
import { plainJaccard, sharesOf, subsequenceRatio, type Shares } from './measures'
import { AMOUNTS, Corpus, EXCERPTS, labelledPairs, type Pair } from './pairs'

/** The first of each is what the program goes by. */
const RESEMBLES = [0.65, 0.5, 0.55, 0.6, 0.7, 0.75, 0.8]
const HOLDS = [0.9, 0.8, 0.85, 0.95, 2]
const LONGER = [4, 2, 3, 5]

type Verdict = (pair: Pair) => boolean

/** Whether edited copies are found and different cases of one kind are not, by thresholds; then time and memory. */
export async function duplicatesPart(): Promise<string> {
  const { texts, pairs } = labelledPairs(new Corpus())
  const differing = [...new Set(pairs.filter(({ isSame }) => !isSame).map(({ kind }) => kind))]
  const shares = new Map(pairs.map((pair) => [pair, sharesOf(pair.one, pair.other)]))
  const by = (resembles: number, holds: number, longer: number): Verdict => (pair) => isNear(shares.get(pair)!, resembles, holds, longer)
  const [resembles, holds, longer] = [RESEMBLES[0]!, HOLDS[0]!, LONGER[0]!]
  const peers = [['4 characters as they are, Jaccard', plainJaccard], ['longest common subsequence', subsequenceRatio]] as const
  const row = (name: string, verdict: Verdict): string[] => {
    const { recall, precision } = scoreOf(pairs, verdict, differing)
    return [
      name, ...[...AMOUNTS, ...EXCERPTS].map((amount) => share(pairs.filter((pair) => pair.isSame && pair.amount === amount), verdict)),
      ...differing.map((kind) => share(pairs.filter((pair) => pair.kind === kind), verdict)), precision.toFixed(3), recall.toFixed(3), f1(precision, recall).toFixed(3),
    ]
  }
  const head = ['thresholds', ...AMOUNTS.map((amount) => `${amount * 100} %`), ...EXCERPTS.map((amount) => `excerpt, ${amount * 100} % left out`), ...differing, 'precision', 'recall', 'F1']
  return [
    `${texts.length} texts of ${Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length)} characters, ${pairs.length} pairs. Share of edited copies that the program finds, by share of characters changed (in brackets: as the same to the letter):\n`,
    found(texts, pairs),
    '\nShare told to be the same case, by share of characters changed and among different cases, and what thresholds make of it:\n',
    table([
      head,
      ...RESEMBLES.map((each) => row(`resembles ${each}, holds ${holds}, longer ${longer}`, by(each, holds, longer))),
      ...HOLDS.slice(1).map((each) => row(each > 1 ? `resembles ${resembles} alone` : `resembles ${resembles}, holds ${each}, longer ${longer}`, by(resembles, each, longer))),
      ...LONGER.slice(1).map((each) => row(`resembles ${resembles}, holds ${holds}, longer ${each}`, by(resembles, holds, each))),
      ...peers.map(([name, measure]) => {
        const alike = new Map(pairs.map((pair) => [pair, measure(pair.one, pair.other)]))
        const best = bestThreshold(pairs, alike, differing)
        return row(`${name}, at its best ${best}`, (pair) => alike.get(pair)! >= best)
      }),
    ]),
    '\n500 drafts against 10,000 cases:\n', await loadTable(),
  ].join('\n')
}

/** By the program itself, which compares what sketches say is worth it: the copy has to be found as one of its own original. */
function found(texts: string[], pairs: Pair[]): string {
  const same = pairs.filter(({ isSame }) => isSame)
  const exact = new Set(same.filter(({ one, other }) => keyOf(one) === keyOf(other)))
  const originals = texts.map((text, index) => caseOf(String(index), text))
  const near = new Set(same.filter((pair) => foundFor(pair.other, originals) === String(pair.base)))
  return table([['edit', ...AMOUNTS.map((amount) => `${amount * 100} %`)], ...Object.keys(edits).map((kind) => [kind, ...AMOUNTS.map((amount) => {
    const of = same.filter((pair) => pair.kind === kind && pair.amount === amount)
    return `${share(of, (pair) => exact.has(pair) || near.has(pair))} (${share(of, (pair) => exact.has(pair))})`
  })])])
}

/** By itself, so that a copy is held against the originals and not against another copy. */
function foundFor(text: string, originals: readonly Case[]): string | undefined {
  const steps = new NearDuplicates([{ id: 'copy', title: '', sections: [{ text }], isKnown: false }]).compare(originals)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value[0]?.id
  }
}

function keyOf(text: string): string | undefined {
  return textKeys(undefined, [{ text }])[0]
}

function isNear({ resemblance, containment, longer }: Shares, resembles: number, holds: number, longerAtMost: number): boolean {
  return resemblance >= resembles || (containment >= holds && longer <= longerAtMost)
}

/** As if there were as many pairs of different cases as copies, and as many of each sort of them. */
function scoreOf(pairs: Pair[], verdict: Verdict, differing: string[]): { recall: number; precision: number } {
  const shareOf = (of: Pair[]) => of.filter(verdict).length / of.length
  const recall = shareOf(pairs.filter(({ isSame }) => isSame))
  const wrong = differing.reduce((sum, kind) => sum + shareOf(pairs.filter((pair) => pair.kind === kind)), 0) / differing.length
  return { recall, precision: recall + wrong === 0 ? 1 : recall / (recall + wrong) }
}

function bestThreshold(pairs: Pair[], alike: ReadonlyMap<Pair, number>, differing: string[]): number {
  const tried = Array.from({ length: 19 }, (_, index) => (index + 1) / 20)
  const scored = tried.map((threshold) => {
    const { precision, recall } = scoreOf(pairs, (pair) => alike.get(pair)! >= threshold, differing)
    return { threshold, score: f1(precision, recall) }
  })
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).threshold
}

function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : 2 * precision * recall / (precision + recall)
}

function share(pairs: Pair[], verdict: Verdict): string {
  return (pairs.filter(verdict).length / pairs.length).toFixed(2)
}
