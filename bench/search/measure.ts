import type { SearchDocument } from '#core/search/index'
import { inScratch } from '../lib/scratch'
import { longestStall, timed } from '../lib/figures'
import { Corpus, indexOf } from './corpus'
import { engines, type EngineName } from './engines'
import type { Engine, Found } from './engines/engine'

export interface Task {
  engine: EngineName
  size: number
  warmUp: string[]
  queries: string[]
  /** Typed one character after the other; only into ours. */
  typed: string[]
  edits: number
}

export interface Growth {
  resident: number
  heap: number
  arrayBuffers: number
}

export interface Figures {
  engine: EngineName
  jsonBytes: number
  build: number
  buildStall: number
  feeding: number
  /** Bytes that the index adds while the cases themselves are in memory. */
  growth: Growth
  times: number[]
  /** What of them this process computed: other work on the machine is not in it. */
  cpuTimes: number[]
  found: Found[]
  /** Times with a limit of 50 instead of 10. */
  timesOf50: number[]
  keystrokes: number[]
  /** Of suggestions for what is typed, and of the filters with their counts. */
  suggestions: number[]
  facets: number[]
  editsVisible: number[]
}

const LIMIT = 10
const PAGE = 50
const SAMPLED = 10

/** One engine at one size, in a process of its own, so that neither memory nor garbage is another's. */
export function measure({ engine: name, size, warmUp, queries, typed, edits }: Task): Promise<Figures> {
  return inScratch(async (directory) => {
    const corpus = new Corpus()
    const documents = corpus.documents(size)
    const jsonBytes = jsonBytesOf(corpus, size)
    const before = memory()
    let engine: Engine | undefined
    let build = 0
    const buildStall = await longestStall(async () => {
      [build] = await timed(1, async () => {
        engine = await engines[name].build(documents, directory)
      }) as [number]
    })
    const growth = difference(memory(), before)
    const built = engine!

    for (const query of warmUp) built.search(query, LIMIT)
    const found: Found[] = []
    const cpuTimes: number[] = []
    const times = queries.map((query) => {
      const cpuStart = process.cpuUsage()
      const start = performance.now()
      const answer = built.search(query, LIMIT)
      const time = performance.now() - start
      const { user, system } = process.cpuUsage(cpuStart)
      cpuTimes.push((user + system) / 1000)
      found.push(answer)
      return time
    })
    const isOurs = name === 'ours'
    built.suggest?.('')
    const figures = {
      engine: name, jsonBytes, build, buildStall, feeding: built.feeding ?? 0, growth, times, cpuTimes, found,
      timesOf50: isOurs ? timesOf(built, queries) : [],
      keystrokes: isOurs ? timesOf(built, typed.flatMap(prefixes)) : [],
      suggestions: isOurs ? timesTo(typed.flatMap(prefixes), (text) => built.suggest!(text)) : [],
      facets: isOurs ? timesTo(['', ...queries], (query) => built.facets!(query)) : [],
      editsVisible: isOurs ? await timed(edits, (index) => untilVisible(built, documents[(index * 37) % size]!, index)) : [],
    }
    built.close?.()
    return figures
  })
}

function timesOf(engine: Engine, queries: string[]): number[] {
  return timesTo(queries, (query) => engine.search(query, PAGE))
}

function timesTo(texts: string[], act: (text: string) => void): number[] {
  return texts.map((text) => {
    const start = performance.now()
    act(text)
    return performance.now() - start
  })
}

function prefixes(query: string): string[] {
  return Array.from(query, (_, index) => query.slice(0, index + 1)).filter((prefix) => !prefix.endsWith(' '))
}

/** Resolves once a search finds what was just written into a case. */
async function untilVisible(engine: Engine, document: SearchDocument, count: number): Promise<void> {
  const mark = String.fromCharCode(...[0, 1, 2, 3, 4].map((place) => 0x3500 + count * 5 + place))
  engine.update!({ ...document, fields: document.fields.map(({ field, text }) => ({ field, text: field === 'sections/s3' ? text + mark : text })) })
  while (engine.search(mark, LIMIT).indexes[0] !== indexOf(document.id)) await new Promise((resolve) => setImmediate(resolve))
}

/** Of the cases as JSON, from every tenth. */
function jsonBytesOf(corpus: Corpus, size: number): number {
  let bytes = 0
  for (let index = 0; index < size; index += SAMPLED) bytes += Buffer.byteLength(JSON.stringify(corpus.draft(index)))
  return bytes * size / Math.ceil(size / SAMPLED)
}

function memory(): Growth {
  for (let round = 0; round < 3; round++) globalThis.gc?.()
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage()
  return { resident: rss, heap: heapUsed, arrayBuffers }
}

function difference(after: Growth, before: Growth): Growth {
  return { resident: after.resident - before.resident, heap: after.heap - before.heap, arrayBuffers: after.arrayBuffers - before.arrayBuffers }
}
