import type { Client, ExportResult } from '#api'
import { createApp } from '#core/app'
import { memoryPorts } from '#core/memory'
import type { Command } from '#core/library/index'
import { createRouterClient } from '@orpc/server'
import type { Chance } from './random'

const YEAR = 365 * 24 * 3_600_000
const NOON = Date.UTC(2026, 5, 1, 12)

/** One person's library of the simulation, with a clock of its own. */
export interface Member {
  name: string
  client: Client
  /** All commands so far, oldest first. */
  journal(): Promise<Command[]>
  /** Lets the clock go on, or jump. */
  passTime(): void
}

/** The first member's clock is right; each further one's is a year later or earlier than the next. */
export async function createMember(index: number, chance: Chance): Promise<Member> {
  const offset = (index % 2 === 0 ? 1 : -1) * Math.ceil(index / 2) * YEAR
  let now = NOON + offset
  const name = `library${index}`
  const ports = memoryPorts({ host: { device: `device000${index}` }, now: () => now })
  ports.ids.id = () => chance.uuid()
  // Backups of a library in memory are copies of it, and a merge makes one each.
  ports.backups.create = async (snapshot, reason) => (
    { name: '', createdAt: '', bytes: 0, cases: 0, reason, seq: snapshot.seq, state: 'good' })
  const app = await createApp(ports)
  return {
    name,
    client: createRouterClient(app.router) as Client,
    async journal() {
      const commands: Command[] = []
      for await (const command of ports.journal.read(1)) commands.push(command)
      return commands
    },
    passTime() {
      const jumps = chance.next() < 0.02
      now += jumps ? (chance.next() - 0.5) * YEAR / 6 : chance.below(90_000)
      now = Math.floor(now)
    },
  }
}

/** A bundle of the cases, or of the whole library. */
export async function bundleOf({ client }: Member, cases?: string[]): Promise<File> {
  const steps = await client.exports.create({ format: 'jingjian', ...(cases === undefined ? {} : { cases }) })
  for (;;) {
    const step = await steps.next() as IteratorResult<unknown, ExportResult>
    if (step.done === true) return step.value.file
  }
}
