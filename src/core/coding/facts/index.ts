import type { Case, Fact } from '#api'
import { fold } from '../../text'
import { fieldsOf } from '../fields'
import { keyOf, type Found } from './found'
import { honoursIn } from './honours'
import { amountsIn, countsIn, figureKey, yearsIn } from './numbers'
import { organisationsIn } from './organisations'
import { placesIn } from './places'
import { practicesIn } from './practices'

const remembered = new WeakMap<Case, Fact[]>()
const FIELDS_READ = /^(sections\/|title$|modelName$)/

/**
 * What can be read out of a case's text, each fact once, at its first place. Works on the folded text, so it reads
 * simplified and traditional alike; offsets are the original's.
 */
export function factsOf(item: Case): Fact[] {
  let facts = remembered.get(item)
  if (facts === undefined) {
    facts = read(item, factsIn)
    remembered.set(item, facts)
  }
  return facts
}

/** Only the named practices of a case, as `factsOf` has them: comparing all cases needs no more. */
export function practicesOf(item: Case): Fact[] {
  return remembered.get(item)?.filter(({ kind }) => kind === 'practice') ?? read(item, namedIn)
}

/** The named practices of a text, as it writes them. */
export function namedPracticesIn(text: string): string[] {
  return namedIn(text, false).map(({ start, end }) => text.slice(start, end))
}

/** The comparable form of a text that is a fact of this kind. */
export function factKeyOf(kind: Fact['kind'], text: string): string {
  const folded = fold(text.trim())
  if (kind === 'amount' || kind === 'count' || kind === 'year') return figureKey(folded)
  const [place] = kind === 'place' ? placesIn(text) : []
  return place?.key ?? keyOf(folded)
}

function read(item: Case, reader: (text: string, isModelName: boolean) => Found[]): Fact[] {
  const facts = new Map<string, Fact>()
  for (const { field, text } of fieldsOf(item)) {
    if (text === '' || !FIELDS_READ.test(field)) continue
    for (const found of reader(text, field === 'modelName')) {
      const id = `${found.kind} ${found.key}`
      const known = facts.get(id)
      if (known === undefined) facts.set(id, { ...found, field, text: text.slice(found.start, found.end) })
      else if (known.expansion === undefined && found.expansion !== undefined) known.expansion = found.expansion
    }
  }
  return [...facts.values()]
}

function factsIn(text: string, isModelName: boolean): Found[] {
  if (isModelName) return [nameOf(text)]
  const folded = fold(text)
  const honours = honoursIn(folded)
  return [...honours, ...practicesBeside(honours, folded, text), ...amountsIn(folded), ...countsIn(folded), ...yearsIn(folded), ...placesIn(folded), ...organisationsIn(folded)]
}

function namedIn(text: string, isModelName: boolean): Found[] {
  if (isModelName) return [nameOf(text)]
  const folded = fold(text)
  return folded.includes('“') ? practicesBeside(honoursIn(folded), folded, text) : []
}

function nameOf(text: string): Found {
  return { kind: 'practice', start: 0, end: text.length, key: keyOf(text) }
}

/** What is an honour is no practice. */
function practicesBeside(honours: Found[], folded: string, text: string): Found[] {
  return practicesIn(folded, text).filter((practice) => !honours.some((honour) => overlap(practice, honour)))
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end
}
