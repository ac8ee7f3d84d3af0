import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Hit } from '#api'
import type { SearchDocument, SearchEngine } from '#core/search/index'
import { Chance } from '../simulation/random'
import { largeLibrary } from './libraries/large'
import { randomLibrary } from './libraries/random'
import { sampleLibrary } from './libraries/sample'
import { ALL, alike, engineWith, hasNumeral, isBorder, isWellFormed, phraseOf, settledEngine } from './support'

// Thousands of queries: on a busy machine longer than most tests.
vi.setConfig({ testTimeout: 180_000 })

const LONGEST = 12
const EVERY_LENGTH = Array.from({ length: LONGEST }, (_, index) => index + 1)

/** Why a hit can't be right, or null. */
function wrongMarks(hit: Hit, { fields }: SearchDocument): string | null {
  const ends = new Map<string, number>()
  for (const { field, start, end, text } of hit.matches) {
    const source = fields.find((each) => each.field === field)?.text
    if (source === undefined) return `there is no ${field}`
    if (source.slice(start, end) !== text || end <= start) return `${field} ${start}-${end} is not ${JSON.stringify(text)}`
    // Half a character is found only by who asks for half a character.
    if (isWellFormed(text) && (!isBorder(source, start) || !isBorder(source, end))) return `${field} ${start}-${end} cuts a character in two`
    if (start < (ends.get(field) ?? 0)) return `${field} ${start} is marked twice`
    ends.set(field, end)
  }
  const { snippet } = hit
  const source = fields.find((each) => each.field === snippet.field)
  if (source === undefined && snippet.text !== '') return `the snippet is from ${snippet.field}, which is not there`
  const inner = alike(snippet.text.replace(/^…|…$/g, ''))
  if (source !== undefined && !alike(source.text).includes(inner)) return `the snippet is not in ${snippet.field}`
  let last = 0
  for (const [from, to] of snippet.ranges) {
    if (from < last || to <= from || to > snippet.text.length) return `the snippet marks ${from}-${to}`
    if (isWellFormed(snippet.text.slice(from, to)) && (!isBorder(snippet.text, from) || !isBorder(snippet.text, to))) return `the snippet's ${from}-${to} cuts a character in two`
    last = to
  }
  return null
}

/** Why a phrase is not found as it should be, or null. */
function missed(engine: SearchEngine, document: SearchDocument, piece: string): string | null {
  const phrase = phraseOf(piece)
  if (phrase === null) return null
  const { total, hits } = engine.query(phrase, { limit: ALL })
  const hit = hits.find(({ id }) => id === document.id)
  if (total !== hits.length) return `${phrase}: ${total} are said to be found, ${hits.length} are shown`
  if (hit === undefined) return `${phrase} does not find ${document.id}`
  if (hit.kind !== 'exact' && hit.kind !== 'folded') return `${phrase} finds ${document.id} as ${hit.kind}`
  const term = alike(piece).trim()
  // Letters may be pinyin too, and a number may be written otherwise.
  if (!hasNumeral(piece) && !/[a-z]/.test(term)) {
    const unlike = hit.matches.find((match) => !alike(match.text).includes(term))
    if (unlike !== undefined) return `${phrase} marks ${JSON.stringify(unlike.text)}`
  }
  if (!hasNumeral(piece) && !hit.matches.some((match) => alike(match.text).includes(term))) return `${phrase} does not mark it`
  if (hit.matches.length === 0) return `${phrase} marks nothing`
  const wrong = wrongMarks(hit, document)
  return wrong === null ? null : `${phrase}: ${wrong}`
}

function pieces(text: string, lengths = EVERY_LENGTH): string[] {
  const found = new Set<string>()
  for (let start = 0; start < text.length; start++) {
    if (!isBorder(text, start)) continue
    for (const length of lengths) {
      const end = start + length
      if (end <= text.length && isBorder(text, end)) found.add(text.slice(start, end))
    }
  }
  return [...found]
}

describe('every piece of a text, as a phrase, finds its case and marks it', () => {
  it('in any library', async () => {
    await fc.assert(fc.asyncProperty(randomLibrary, fc.boolean(), fc.infiniteStream(fc.nat()), async (documents, isSettled, chance) => {
      const engine = engineWith(documents)
      if (isSettled) await engine.settled()
      for (const document of documents) {
        for (const { text } of document.fields) {
          const all = pieces(text)
          for (let tries = Math.min(all.length, 6); tries > 0; tries--) {
            const problem = missed(engine, document, all[chance.next().value % all.length]!)
            if (problem !== null) throw new Error(problem)
          }
        }
      }
    }), { numRuns: 150 })
  })

  it('in the sample library, without exception', async () => {
    const engine = await settledEngine(sampleLibrary)
    const problems: string[] = []
    for (const document of sampleLibrary) {
      for (const piece of new Set(document.fields.flatMap(({ text }) => pieces(text, [1, 2, 3, 5, 8, LONGEST])))) {
        const problem = missed(engine, document, piece)
        if (problem !== null) problems.push(problem)
      }
    }
    expect(problems).toEqual([])
  })

  it('among two thousand cases, with all the other cases that have it and no more', async () => {
    const documents = largeLibrary().sort((a, b) => (a.id < b.id ? -1 : 1))
    const texts = new Map(documents.map(({ id, fields }) => [id, fields.map(({ text }) => alike(text))]))
    const engine = await settledEngine(documents)
    const chance = new Chance(4)
    for (let run = 0; run < 500; run++) {
      const { fields } = chance.pick(documents)!
      const { text } = chance.pick(fields)!
      const start = chance.below(text.length)
      const piece = text.slice(start, start + 1 + chance.below(LONGEST))
      const phrase = phraseOf(piece)
      if (phrase === null || !isBorder(text, start) || !isBorder(text, start + piece.length)) continue
      const term = alike(piece).trim()
      const having = documents.map(({ id }) => id).filter((id) => texts.get(id)!.some((field) => field.includes(term)))
      const found = [...engine.matching(phrase)]
      // Letters may be pinyin too, and a number may be written otherwise.
      if (hasNumeral(piece) || /[a-z]/.test(term)) expect(found, phrase).toEqual(expect.arrayContaining(having))
      else expect(found.toSorted(), phrase).toEqual(having)
    }
  })
})

describe('whatever is asked', () => {
  it('every hit can be shown: marks and snippet are the original characters', () => {
    fc.assert(fc.property(randomLibrary, fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(
      'shanghui', 'dangjian', 'dj', 'yn', 'yunnan模式', '云nan', '党健模式', '云南模试', '商汇', '会商', '7000', '七千', '2016', 'tag:党建', 'region:云南', '商会 OR 党建',
    )), (documents, query) => {
      const engine = engineWith(documents)
      for (const hit of engine.query(query, { limit: ALL }).hits) {
        const wrong = wrongMarks(hit, documents.find(({ id }) => id === hit.id)!)
        if (wrong !== null) throw new Error(`${JSON.stringify(query)}: ${wrong}`)
      }
    }), { numRuns: 250 })
  })

  it('a hit of a plain query shows something of it', () => {
    fc.assert(fc.property(randomLibrary, fc.constantFrom('商会', 'shanghui', '云南模式', '党健', 'yn', '云nan', '商会 党建', '七千'), (documents, query) => {
      const silent = engineWith(documents).query(query, { limit: ALL }).hits.filter(({ matches }) => matches.length === 0)
      expect(silent).toEqual([])
    }), { numRuns: 150 })
  })
})
