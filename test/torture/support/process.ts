import type { Random } from '../../../bench/lib/random'
import { pick } from '../fault'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { bundleChild, startChild, type Child } from '../../node/support/children'
import type { Acknowledged, Ledger } from './ledger'

/** Bundles the program that writers run, for as long as `work` goes on. */
export async function* withWriterProgram<Item>(work: (program: string) => AsyncIterable<Item>): AsyncGenerator<Item> {
  const program = await bundleChild('test/torture/support/writer.ts')
  try {
    yield* work(program)
  } finally {
    rmSync(path.dirname(program), { recursive: true, force: true })
  }
}

/** A writer in a process of its own and what it has acknowledged. */
export interface Writer {
  child: Child
  /** Its first word: `writing`, or why it cannot. */
  state(): string
  /** Moves what it has printed since into the ledger. */
  collect(ledger: Ledger, deleting: Set<string>): void
}

export function startWriter(program: string, directory: string, name: string, random: Random): Writer {
  const child = startChild(program, directory, name, String(pick(random, 2 ** 31)))
  let read = 1
  return {
    child,
    state: () => child.lines[0] ?? '',
    collect(ledger, deleting) {
      for (; read < child.lines.length; read++) {
        const line = child.lines[read]!
        if (!line.endsWith('}')) continue
        const entry = JSON.parse(line) as Acknowledged | { did: 'deleting'; id: string }
        if (entry.did === 'deleting') deleting.add(entry.id)
        else ledger.note(entry)
      }
    },
  }
}
