import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { SCHEMA, type Snapshot, type StoredRecord } from '#core/library/index'
import { nodeDisk } from '#node/disk'
import { openLibrary } from '#node/index'
import { layoutOf } from '#node/layout'
import { DurableAdapter } from '#node/snapshot/adapter'
import { Corpus } from './corpus'

export type LibraryTask = { step: 'make' | 'ours' | 'lowdb'; directory: string; size: number; query: string }

export interface LibraryFigures {
  /** Milliseconds from the start to a first answer; of lowdb, until the data are there. */
  first: number
  /** Milliseconds until an answer comes from an index that has every case. */
  complete: number
  total: number
}

const NOTHING: LibraryFigures = { first: 0, complete: 0, total: 0 }

/** One step in a process of its own: making the folders, opening ours and asking, or loading the same records with lowdb. */
export async function libraryStep({ step, directory, size, query }: LibraryTask): Promise<LibraryFigures> {
  const lowdbFile = path.join(directory, 'lowdb.json')
  const folder = path.join(directory, 'library')
  if (step === 'make') {
    await makeFolders(folder, lowdbFile, size)
    return NOTHING
  }
  // Both files are in the system's cache, so that the disk does not decide.
  readFileSync(step === 'lowdb' ? lowdbFile : layoutOf(folder).snapshot)
  const start = performance.now()
  if (step === 'lowdb') {
    const database = new Low<{ records: StoredRecord[] }>(new JSONFile(lowdbFile), { records: [] })
    await database.read()
    const time = performance.now() - start
    return { first: time, complete: time, total: database.data.records.length }
  }
  const library = await openLibrary({ directory: folder, create: 'never', nativeDialogs: false })
  let answer = await library.client.search.query({ query })
  const first = performance.now() - start
  while (answer.index.done < answer.index.total) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    answer = await library.client.search.query({ query })
  }
  const complete = performance.now() - start
  await library.close()
  return { first, complete, total: answer.total }
}

async function makeFolders(folder: string, lowdbFile: string, size: number): Promise<void> {
  const made = await openLibrary({ directory: folder, create: 'always', nativeDialogs: false })
  const { libraryId } = await made.client.library.status()
  await made.close()
  const corpus = new Corpus()
  const records = Array.from({ length: size }, (_, index) => corpus.record(index))
  const snapshot: Snapshot = { schema: SCHEMA, libraryId, seq: 0, time: '', heads: [], records }
  await new DurableAdapter(nodeDisk, layoutOf(folder)).write(snapshot)
  writeFileSync(lowdbFile, JSON.stringify({ records }))
}
