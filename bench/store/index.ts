/**
 * The store beside its peers, in one run: what a durable edit costs as the library grows, what opening costs, and how
 * long the event loop stands still. Ours acknowledges after fdatasync; plain lowdb never flushes at all.
 */
import { parseArgs } from 'node:util'
import { milliseconds, percentile, ratio, table } from '../lib/figures'
import { measureLowdb } from './lowdb'
import { measureOurs } from './ours'
import { measureBareFlush } from './bare'
import { measureSqlite } from './sqlite'

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '1000,10000,50000,100000' }, edits: { type: 'string', default: '300' } } })
const sizes = values.sizes.split(',').map(Number)
const edits = Number(values.edits)

const p = (sample: number[], share: number) => milliseconds(percentile(sample, share))
const over = (a: number[], b: number[], share = 0.5) => ratio(percentile(a, share) / percentile(b, share))

const edit = [['cases', 'ours p50/p95 ms', 'fdatasync p50', 'ours/fdatasync', 'SQLite FULL p50', 'ours/SQLite', 'lowdb p50', 'lowdb/ours', 'p95/p95 smallest', 'each of 500 at once']]
const open = [['cases', 'ours ms', 'JSON.parse ms', 'ours/JSON.parse', 'lowdb ms', 'MB alive after opening', 'MB of the file']]
const stall = [['cases', 'while editing ms', 'while writing the snapshot ms', 'snapshot takes ms', 'lowdb while editing ms']]
let smallest: number[] | null = null

for (const size of sizes) {
  const ours = await measureOurs(size, edits)
  const bare = await measureBareFlush(ours.bytesPerEdit, edits)
  const sqlite = measureSqlite(size, edits)
  const lowdb = await measureLowdb(size, size > 20_000 ? 5 : 20)
  smallest ??= ours.edits
  edit.push([
    String(size), `${p(ours.edits, 0.5)} / ${p(ours.edits, 0.95)}`, p(bare, 0.5), over(ours.edits, bare), p(sqlite, 0.5), over(ours.edits, sqlite),
    p(lowdb.edits, 0.5), over(lowdb.edits, ours.edits), over(ours.edits, smallest, 0.95), milliseconds(ours.burst),
  ])
  open.push([
    String(size), milliseconds(ours.open), milliseconds(ours.parse), ratio(ours.open / ours.parse), milliseconds(lowdb.open),
    ours.megabytesAlive.toFixed(0), ours.fileMegabytes.toFixed(1),
  ])
  stall.push([String(size), milliseconds(ours.editStall), milliseconds(ours.snapshotStall), milliseconds(ours.snapshot), milliseconds(lowdb.editStall)])
  console.error(`${size} cases measured`)
}

console.log(`\nA durable edit (${edits} edits each)\n\n${table(edit)}\n\nOpening\n\n${table(open)}\n\nLongest stall of the event loop\n\n${table(stall)}\n`)
