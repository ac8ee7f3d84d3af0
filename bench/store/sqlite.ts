import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { makeRecords } from '../lib/generate'

/** better-sqlite3, WAL, synchronous FULL: one row a case, each edit a transaction of its own. */
export function measureSqlite(size: number, count: number): number[] {
  const directory = mkdtempSync(path.join(process.cwd(), '.bench-'))
  const database = new Database(path.join(directory, 'cases.sqlite'))
  try {
    database.pragma('journal_mode = WAL')
    database.exec('create table cases (id text primary key, record text not null)')
    const insert = database.prepare('insert into cases values (?, ?)')
    const records = makeRecords(size)
    database.transaction(() => records.forEach((record) => insert.run(record.id, JSON.stringify(record))))()
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.pragma('synchronous = FULL')
    const update = database.prepare('update cases set record = ? where id = ?')
    return Array.from({ length: count }, (_, index) => {
      const record = records[index % size]!
      record.fields.title![0].value = `改过的标题${index}`
      const text = JSON.stringify(record)
      const start = performance.now()
      update.run(text, record.id)
      return performance.now() - start
    })
  } finally {
    database.close()
    rmSync(directory, { recursive: true, force: true })
  }
}
