import Fuse from 'fuse.js'
import { isHan, nearest, readingsOf, type NearSpot } from '../text'
import { fieldAt, type IndexedDocument, type IndexedField } from './document'

/** Longer terms are not looked for with errors. */
const LONGEST = 128
/** Cells of edit-distance tables filled for one term; keeps the worst query within bounds. */
const CELL_BUDGET = 40_000_000
const NAMES_COMPARED = 500
const LONGEST_BY_SOUND = 8
/** Room in the text for punctuation that the query lacks. */
const PUNCTUATION_ROOM = 4

/**
 * Where a term that stands nowhere is nearly found, by document: with other characters of the same sound, or within
 * the edits that its length allows. A short term (云南) is never matched by another word (河南) of different sound.
 */
export function fuzzySpots(documents: Iterable<IndexedDocument>, term: string): Map<IndexedDocument, NearSpot[]> {
  if (term.length < 2 || term.length > LONGEST) return new Map()
  const all = [...documents]
  const sounding = bySound(all, term)
  if (sounding.size > 0) return sounding
  const found = byEdits(all, term)
  for (const [indexed, spots] of byNames(all, term)) {
    if (!found.has(indexed)) found.set(indexed, spots)
  }
  return found
}

/** Edits allowed anywhere in a text. Numbers are exact or nothing: 2016 is no misspelt 2015. */
function allowedEdits(term: string): number {
  if (/^[\d\s.,:%~-]*$/.test(term)) return 0
  if ([...term].some(isHan)) return term.length < 4 ? 0 : term.length < 8 ? 1 : term.length < 16 ? 2 : 3
  return term.length < 5 ? 0 : term.length < 10 ? 1 : 2
}

function bySound(documents: IndexedDocument[], term: string): Map<IndexedDocument, NearSpot[]> {
  const found = new Map<IndexedDocument, NearSpot[]>()
  if (term.length > LONGEST_BY_SOUND || ![...term].every(isHan)) return found
  const alike = [...term].map(soundsLike)
  for (const indexed of documents) {
    const { folded } = indexed
    const spots: NearSpot[] = []
    for (let at = 0; at + alike.length <= folded.length; at++) {
      let length = 0
      while (length < alike.length && alike[length]!(folded.charCodeAt(at + length))) length++
      if (length < alike.length) continue
      const distance = [...term].filter((character, index) => character !== folded[at + index]).length
      spots.push({ start: at, end: at + length, distance })
      at += length - 1
    }
    if (spots.length > 0) found.set(indexed, spots)
  }
  return found
}

/** Whether a UTF-16 unit is a character that can be read like this one, tones aside. */
function soundsLike(character: string): (unit: number) => boolean {
  const readings = readingsOf(character)
  const answers = new Int8Array(0x1_0000)
  return (unit) => {
    if (answers[unit] === 0) answers[unit] = readingsOf(String.fromCharCode(unit)).some((reading) => readings.includes(reading)) ? 1 : -1
    return answers[unit] === 1
  }
}

/**
 * With k errors in a term cut into k + 1 pieces, one piece stands literally (the pigeonhole filter of Navarro, 2001);
 * around each place where one does, the edit distance decides.
 */
function byEdits(documents: IndexedDocument[], term: string): Map<IndexedDocument, NearSpot[]> {
  const found = new Map<IndexedDocument, NearSpot[]>()
  const edits = allowedEdits(term)
  if (edits === 0) return found
  const pieces = cut(term, edits + 1)
  const cells = term.length * (term.length + 2 * (edits + PUNCTUATION_ROOM))
  let budget = CELL_BUDGET
  for (const indexed of documents) {
    const spots: NearSpot[] = []
    for (const { offset, text } of pieces) {
      for (let at = indexed.folded.indexOf(text); at >= 0 && budget > 0; at = indexed.folded.indexOf(text, at + 1)) {
        budget -= cells
        const field = fieldAt(indexed, at)
        const from = Math.max(field.start, at - offset - edits - PUNCTUATION_ROOM)
        const to = Math.min(field.start + field.text.length, at - offset + term.length + edits + PUNCTUATION_ROOM)
        addSpot(spots, nearest(indexed.folded, from, to, term, edits))
      }
    }
    if (spots.length > 0) found.set(indexed, spots)
    if (budget <= 0) break
  }
  return found
}

interface Name {
  indexed: IndexedDocument
  field: IndexedField
  text: string
}

/** Names are short and are what people half remember: Fuse.js finds candidates, a third of the term may be wrong. */
function byNames(documents: IndexedDocument[], term: string): Map<IndexedDocument, NearSpot[]> {
  const found = new Map<IndexedDocument, NearSpot[]>()
  const edits = allowedEdits(term) === 0 ? 0 : Math.floor(term.length / 3)
  if (edits === 0) return found
  const fuse = new Fuse(namesSharing(documents, term, term.length - edits), {
    keys: ['text'], includeScore: true, ignoreLocation: true, ignoreFieldNorm: true, isCaseSensitive: true, threshold: 0.4,
  })
  for (const { item: { indexed, field } } of fuse.search(term.slice(0, 32))) {
    const spot = nearest(indexed.folded, field.start, field.start + field.text.length, term, edits)
    if (spot === null) continue
    const spots = found.get(indexed) ?? []
    addSpot(spots, spot)
    found.set(indexed, spots)
  }
  return found
}

/** Names with at least `least` of the term's characters, those with most of them first. */
function namesSharing(documents: IndexedDocument[], term: string, least: number): Name[] {
  const names: (Name & { shared: number })[] = []
  for (const indexed of documents) {
    for (const field of indexed.fields) {
      if (!field.isName) continue
      const text = indexed.folded.slice(field.start, field.start + field.text.length)
      let shared = 0
      for (const character of term) if (text.includes(character)) shared++
      if (shared >= least) names.push({ indexed, field, text, shared })
    }
  }
  return names.sort((a, b) => b.shared - a.shared).slice(0, NAMES_COMPARED)
}

function cut(term: string, count: number): { offset: number; text: string }[] {
  const size = term.length / count
  return Array.from({ length: count }, (_, index) => {
    const offset = Math.round(index * size)
    return { offset, text: term.slice(offset, Math.round((index + 1) * size)) }
  })
}

/** Of overlapping spots the nearer one stays. */
function addSpot(spots: NearSpot[], spot: NearSpot | null): void {
  if (spot === null) return
  const rival = spots.findIndex((other) => other.start < spot.end && spot.start < other.end)
  if (rival < 0) spots.push(spot)
  else if (spot.distance < spots[rival]!.distance) spots[rival] = spot
}
