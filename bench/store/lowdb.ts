import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import type { StoredRecord } from '#core/library/index'
import { longestStall, timed } from '../lib/figures'
import { makeRecords } from '../lib/generate'
import { inScratch } from '../lib/scratch'

/** Plain lowdb with its own JSONFile adapter over the same records; each edit writes the whole file. */
export function measureLowdb(size: number, count: number): Promise<{ edits: number[]; open: number; editStall: number }> {
  return inScratch(async (directory) => {
    const file = path.join(directory, 'lowdb.json')
    writeFileSync(file, JSON.stringify({ records: makeRecords(size) }))
    const database = new Low<{ records: StoredRecord[] }>(new JSONFile(file), { records: [] })
    const [open] = await timed(1, () => database.read())
    let edits: number[] = []
    const editStall = await longestStall(async () => {
      edits = await timed(count, (index) => {
        database.data.records[index]!.fields.title![0].value = `改过的标题${index}`
        return database.write()
      })
    })
    return { edits, open: open!, editStall }
  })
}
