/**
 * Search beside its peers, in one run: time by group of query, recall against what reading every text through finds,
 * building, memory, and the way from a library on the disk to a first answer beside lowdb.
 */
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { inScratch } from '../lib/scratch'
import { Corpus } from './corpus'
import { engines, type EngineName } from './engines'
import { goals } from './goals'
import { isWorker, libraryStepApart, measureApart } from './process'
import { makeQuestions, type Question } from './questions'
import { report, type Results } from './report'
import { Truth } from './truth'
import type { Figures } from './measure'

const WARM_UP_PER_GROUP = 3
const TYPED = 40
const EDITS = 100
const LARGEST = 100_000
const PEERS = ['fuse', 'scan', 'ufuzzy', 'sqlite', 'lowdb'] as const

if (!isWorker()) await run()

async function run(): Promise<void> {
  const { values } = parseArgs({ options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    queries: { type: 'string', default: '40' },
    peers: { type: 'string', default: PEERS.join(',') },
    slow: { type: 'string', default: '18' },
  } })
  const peers = values.peers.split(',')
  const unknown = peers.find((peer) => !(PEERS as readonly string[]).includes(peer))
  if (unknown !== undefined) throw new Error(`no such peer: ${unknown} (there are ${PEERS.join(', ')})`)
  const all: Results[] = []
  for (const size of values.sizes.split(',').map(Number)) {
    const results = await measureSize(size, Number(values.queries), peers, Number(values.slow))
    console.log(report(results))
    console.log(`\n${cpus().length} processors; load of the machine over five minutes: ${loadavg()[1]!.toFixed(1)}`)
    all.push(results)
  }
  console.log(`\n## Goals\n\n${goals(all)}\n`)
}

async function measureSize(size: number, perGroup: number, peers: string[], slow: number): Promise<Results> {
  const documents = new Corpus().documents(size)
  const made = makeQuestions(documents, new Truth(documents), perGroup + WARM_UP_PER_GROUP)
  const groups = new Set(made.map(({ group }) => group)).size
  const warmUp = made.slice(-groups * WARM_UP_PER_GROUP)
  const questions = made.slice(0, -warmUp.length)
  console.error(`${size} cases: ${questions.length} queries with their answers`)

  const figures: Figures[] = []
  for (const engine of ['ours', ...peers.filter((peer): peer is EngineName => peer in engines)] as EngineName[]) {
    // Time grows with the cases, so a smaller library gets so many more.
    const count = engines[engine].takesSeconds ? Math.min(questions.length, Math.ceil(slow * LARGEST / size)) : questions.length
    figures.push(await measureApart({
      engine, size, edits: EDITS, typed: typedOf(questions), queries: textsOf(questions.slice(0, count)),
      warmUp: textsOf(engines[engine].takesSeconds ? warmUp.slice(0, 2) : warmUp),
    }))
    console.error(`${size} cases: ${engine} measured with ${count} queries`)
  }
  return { size, questions, figures, library: peers.includes('lowdb') ? await measureLibrary(size, questions) : null }
}

/** Some from every group but that of one character. */
function typedOf(questions: Question[]): string[] {
  return textsOf(questions.filter(({ text }) => text.length > 1)).slice(0, TYPED)
}

function textsOf(questions: Question[]): string[] {
  return questions.map(({ text }) => text)
}

async function measureLibrary(size: number, questions: Question[]): Promise<NonNullable<Results['library']>> {
  const query = questions.find(({ group }) => group === 'exact 3')!.text
  return inScratch(async (directory) => {
    const step = (name: 'make' | 'ours' | 'lowdb') => libraryStepApart({ step: name, directory, size, query })
    await step('make')
    return { ours: await step('ours'), again: await step('ours'), lowdb: await step('lowdb') }
  })
}
