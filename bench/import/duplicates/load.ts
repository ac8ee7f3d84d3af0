import type { Case } from '#api'
import { KnownTexts, textKeys } from '#core/import/duplicates'
import { NearDuplicates } from '#core/import/near-duplicates'
import { inSlices } from '#core/slices/index'
import { longestStall, milliseconds, table } from '../../lib/figures'
import { edits, pick } from './edits'
import { Corpus } from './pairs'

const CASES = 10_000
const DRAFTS = 500
const SENTENCES = 16
/** As long as the import lets the thread go at once. */
const SLICE_MILLISECONDS = 10

/** 500 drafts, half of them edited copies, against 10,000 cases: once with nothing known of the cases, once again. */
export async function loadTable(): Promise<string> {
  const corpus = new Corpus(7)
  const cases = Array.from({ length: CASES }, (_, index) => caseOf(`c${index}`, corpus.text(SENTENCES)))
  const stock = { sentences: corpus.sentences, random: corpus.random }
  const news = Array.from({ length: DRAFTS }, (_, index) => {
    const text = index % 2 === 0 ? corpus.text(SENTENCES) : edits['words replaced']!(pick(corpus.random, cases).sections[0]!.text, 0.1, stock)
    return { id: `d${index}`, title: '', sections: [{ text }], isKnown: false }
  })
  const rows = [['', 'ms', 'longest hold of the thread ms', 'memory MB', 'found']]
  for (const name of ['first time', 'again']) {
    globalThis.gc?.()
    const before = inUse()
    const memory = { most: before }
    let found = 0
    const start = performance.now()
    const stall = await longestStall(async () => {
      found = await inSlices(compared(cases, news, memory), SLICE_MILLISECONDS)
    })
    rows.push([name, milliseconds(performance.now() - start), milliseconds(stall), ((memory.most - before) / 1e6).toFixed(0), `${found} of ${DRAFTS / 2}`])
  }
  return table(rows)
}

function* compared(cases: readonly Case[], news: ConstructorParameters<typeof NearDuplicates>[0], memory: { most: number }): Generator<undefined, number> {
  const known = new KnownTexts([])
  for (const item of cases) {
    known.addCase(item)
    yield undefined
  }
  for (const { sections } of news) {
    known.find(textKeys(undefined, sections as Case['sections']), undefined)
    yield undefined
  }
  const steps = new NearDuplicates(news).compare(cases)
  for (let count = 0; ; count++) {
    const step = steps.next()
    if (count % 500 === 0) memory.most = Math.max(memory.most, inUse())
    if (step.done === true) return step.value.filter((each) => each !== null).length
    yield undefined
  }
}

export function caseOf(id: string, text: string): Case {
  return {
    id, title: id, organisation: '', modelName: '', region: { province: '', city: '' }, period: '', tags: [], sources: [], notes: '', attachments: [], proposed: [],
    sections: [{ id: 's', role: 'features', heading: '', text }], original: null, createdAt: '', updatedAt: '', conflicts: [],
  }
}

function inUse(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
