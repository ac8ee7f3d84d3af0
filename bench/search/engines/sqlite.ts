import path from 'node:path'
import Database from 'better-sqlite3'
import { fold } from '#core/text/index'
import { columnsOf } from './columns'
import { bigrams, type Build } from './engine'

const COLUMNS = ['title', 'names', 'tags', 'region', 'text', 'pinyin', 'initials'] as const
const WEIGHTS = [3, 2, 2, 1, 1, 2, 2]
const HAN = /[\u3400-\u9fff]/u

/** SQLite FTS5 with bigrams as words: words are phrases of bigrams, all of them; where that finds nothing, any bigram. */
export const buildSqlite: Build = async (documents, directory) => {
  const database = new Database(path.join(directory, 'fts.sqlite'))
  database.pragma('journal_mode = WAL')
  database.pragma('cache_size = -65536')
  database.exec(`create virtual table cases using fts5(${COLUMNS.join(', ')}, content='', tokenize='unicode61')`)
  const insert = database.prepare(`insert into cases(rowid, ${COLUMNS.join(', ')}) values (?, ${COLUMNS.map(() => '?').join(', ')})`)
  database.transaction(() => documents.forEach((document, index) => {
    const columns = columnsOf(document)
    insert.run(index + 1, ...COLUMNS.map((name) => bigrams(columns[name]).join(' ')))
  }))()
  database.pragma('wal_checkpoint(TRUNCATE)')
  const select = database.prepare(`select rowid from cases where cases match ? order by bm25(cases, ${WEIGHTS.join(', ')}) limit ?`).pluck()
  const matching = (expression: string, limit: number) => (select.all(expression, limit) as number[]).map((row) => row - 1)
  return {
    search(query, limit) {
      const folded = fold(query)
      const found = matching(folded.split(' ').map(phrase).join(' AND '), limit)
      const indexes = found.length > 0 || !HAN.test(folded) ? found : matching(bigrams(folded).map((one) => `"${one}"`).join(' OR '), limit)
      return { indexes, total: indexes.length }
    },
    close: () => database.close(),
  }
}

/** A single character, or letters, may be the beginning of a word. */
function phrase(word: string): string {
  const parts = bigrams(word)
  return `"${parts.join(' ')}"${parts.length === 1 && (word.length === 1 || !HAN.test(word)) ? '*' : ''}`
}
