import { pick, type Random } from '../fault'
import { startChild, type Child } from '../../node/support/children'
import type { Acknowledged, Ledger } from './ledger'

/** The program that writers run, for `bundleChild`. */
export const WRITER = 'test/torture/support/writer.ts'

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
