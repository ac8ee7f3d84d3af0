import { FactKind, type Case, type Fact } from '#api'
import { factsOf } from '#core/coding/index'
import { fold } from '#core/text/index'

/**
 * A text of the set. Facts are marked where they stand, `〔kind:words〕`, one within another where the text has them so.
 * Labelled by hand before the extraction was tuned: honours with their level, money, numbers of things and times, dates
 * and periods, provinces, cities and counties, named bodies, and coined names in quotation marks.
 */
export interface Labelled {
  domain: string
  script: 'zh-Hans' | 'zh-Hant'
  text: string
}

export interface Label {
  kind: FactKind
  text: string
  start: number
  end: number
}

export interface Tally {
  kind: FactKind
  labelled: number
  found: number
  right: number
  /** As they should be to the character, but for quotation marks. */
  exact: number
}

/** Of the two stretches together, the part they must share to be the same fact: its borders are a matter of taste. */
const SHARED = 0.5
const MARK = /〔([a-z]+):|〕/gu

/** The text without its marks, and what they mark; of the same words of one kind the first. */
export function readLabels({ text }: Labelled): { text: string; labels: Label[] } {
  const labels: Label[] = []
  const open: { kind: FactKind; start: number }[] = []
  let plain = ''
  let at = 0
  for (const match of text.matchAll(MARK)) {
    plain += text.slice(at, match.index)
    at = match.index + match[0].length
    if (match[1] !== undefined) {
      open.push({ kind: FactKind.parse(match[1]), start: plain.length })
      continue
    }
    const { kind, start } = open.pop()!
    labels.push({ kind, start, end: plain.length, text: plain.slice(start) })
  }
  plain += text.slice(at)
  const first = new Map(labels.map((label) => [`${label.kind} ${label.text}`, label]))
  for (const label of [...labels].reverse()) first.set(`${label.kind} ${label.text}`, label)
  return { text: plain, labels: [...first.values()] }
}

/** What is read out of the texts beside what stands in them, by kind; `misses` tells each that is missed or too much. */
export function scoreFacts(set: readonly Labelled[]): { tallies: Tally[]; misses: string[] } {
  const tallies = new Map(FactKind.options.map((kind): [FactKind, Tally] => [kind, { kind, labelled: 0, found: 0, right: 0, exact: 0 }]))
  const misses: string[] = []
  for (const each of set) {
    const { text, labels } = readLabels(each)
    const found = factsOf(caseOf(text)).filter(({ field }) => field === 'sections/s1')
    const open = [...labels]
    for (const label of labels) tallies.get(label.kind)!.labelled++
    for (const fact of found) {
      const tally = tallies.get(fact.kind)!
      tally.found++
      const at = open.findIndex((label) => label.kind === fact.kind && shared(label, named(fact)) >= SHARED)
      if (at < 0) {
        misses.push(`+ ${fact.kind} ${fact.text}`)
        continue
      }
      const [label] = open.splice(at, 1)
      tally.right++
      if (bare(label!.text) === bare(text.slice(named(fact).start, named(fact).end))) tally.exact++
      else misses.push(`~ ${fact.kind} ${fact.text} (${label!.text})`)
    }
    misses.push(...open.map(({ kind, text: words }) => `- ${kind} ${words}`))
  }
  return { tallies: [...tallies.values()], misses }
}

/** Over all kinds. */
export function totalOf(tallies: readonly Tally[]): { labelled: number; precision: number; recall: number; exact: number } {
  const sum = (part: 'labelled' | 'found' | 'right' | 'exact') => tallies.reduce((total, tally) => total + tally[part], 0)
  return { labelled: sum('labelled'), precision: sum('right') / sum('found'), recall: sum('right') / sum('labelled'), exact: sum('exact') / sum('labelled') }
}

/** Of an honour its name, without who gave it. */
function named(fact: Fact): Pick<Label, 'start' | 'end'> {
  const at = fact.kind === 'honour' ? fold(fact.text).indexOf(fact.key) : -1
  return at < 0 ? fact : { start: fact.start + at, end: fact.start + at + fact.key.length }
}

function shared(a: Pick<Label, 'start' | 'end'>, b: Pick<Label, 'start' | 'end'>): number {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return both <= 0 ? 0 : both / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

function bare(text: string): string {
  return text.replace(/[“”‘’「」『』"\s]/gu, '')
}

function caseOf(text: string): Case {
  return {
    id: 'labelled', title: '', organisation: '', modelName: '', region: { province: '', city: '' }, period: '',
    sections: [{ id: 's1', role: 'other', heading: '', text }], tags: [], sources: [], notes: '', attachments: [], proposed: [], original: null,
    createdAt: '', updatedAt: '', conflicts: [],
  }
}
