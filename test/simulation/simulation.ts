import { strFromU8, unzipSync } from 'fflate'
import { AssertionError } from 'node:assert'
import type { StoredRecord } from '#core/library/index'
import { bundleOf, createMember, type Member } from './member'
import { operations } from './operations'
import { checkNothingLost } from './nothing-lost'
import { Chance } from './random'
import { seenByViews } from './views'

export interface SimulationOptions {
  libraries: number
  /** Of each library. */
  operations: number
  seed: number
}

export interface SimulationResult {
  /** Operations that changed something, merges not counted. */
  done: number
  merges: number
  /** Conflicts that stood at some exchange, and at the end. */
  conflicts: { met: number; open: number }
  /** Records at the end, deleted ones too, and cases that are shown. */
  records: number
  cases: number
}

/** An operation is followed by an exchange this often. */
const EXCHANGE = 0.02
const PARTIAL = 0.25
const TAKEN_BACK_AGAIN = 0.3

/**
 * People who work on libraries of their own, with clocks years apart that jump, and hand each other bundles in any order;
 * some merge the same twice, some undo a merge and merge again. When all have had everything, the libraries have to be
 * the same by their stored bytes and by what views show, and no write may be gone that no other had seen.
 * @throws Error with the seed, by which the run can be repeated.
 */
export async function run(options: SimulationOptions): Promise<SimulationResult> {
  const chance = new Chance(options.seed)
  const log: string[] = []
  try {
    return await simulate(options, chance, log)
  } catch (cause) {
    throw new Error(`simulation failed; seed ${options.seed}, ${options.libraries} libraries x ${options.operations} operations; last: ${log.slice(-5).join('; ')}: ${String(cause)}`, { cause })
  }
}

async function simulate({ libraries, operations: count }: SimulationOptions, chance: Chance, log: string[]): Promise<SimulationResult> {
  const members = await Promise.all(Array.from({ length: libraries }, (_, index) => createMember(index, chance)))
  const result: SimulationResult = { done: 0, merges: 0, conflicts: { met: 0, open: 0 }, records: 0, cases: 0 }
  // An empty library has no bundle to give.
  for (const { client, name } of members) await client.cases.create({ title: name })
  const turns = chance.shuffled(members.flatMap((member) => Array.from({ length: count }, () => member)))
  for (const member of turns) {
    member.passTime()
    const [name, act] = choose(chance)
    log.push(`${member.name} ${name}`)
    if (await act(member.client, chance)) result.done++
    if (chance.next() < EXCHANGE) {
      const other = chance.pick(members.filter((each) => each !== member))!
      log.push(`${other.name} to ${member.name}`)
      await exchange(other, member, chance, result)
    }
  }
  await settleDown(members, chance, result)
  await checkSame(members)
  const records = JSON.parse(await recordsText(members[0]!)) as StoredRecord[]
  await checkNothingLost(members, records)
  result.conflicts.open = (await members[0]!.client.conflicts.list({})).conflicts.length
  result.records = records.length
  result.cases = (await members[0]!.client.cases.list({})).total
  return result
}

const total = operations.reduce((sum, [weight]) => sum + weight, 0)

function choose(chance: Chance): [name: string, act: (typeof operations)[number][2]] {
  let left = chance.below(total)
  for (const [weight, name, act] of operations) {
    left -= weight
    if (left < 0) return [name, act]
  }
  throw new Error('weights')
}

async function exchange(from: Member, to: Member, chance: Chance, result: SimulationResult): Promise<void> {
  const { cases } = await from.client.cases.list({})
  const part = chance.next() < PARTIAL ? cases.filter(() => chance.next() < 0.3).map(({ id }) => id) : []
  const file = await bundleOf(from, part.length > 0 ? part : undefined)
  const { conflicts, takenBack } = await to.client.bundles.merge({ file })
  result.merges++
  result.conflicts.met += conflicts.length
  if (takenBack > 0 && chance.next() < TAKEN_BACK_AGAIN) await to.client.bundles.merge({ file, again: true })
}

/** Whole libraries go round in any order until nobody learns anything new. */
async function settleDown(members: Member[], chance: Chance, result: SimulationResult): Promise<void> {
  for (let isQuiet = false; !isQuiet;) {
    isQuiet = true
    for (const to of chance.shuffled(members)) {
      for (const from of chance.shuffled(members)) {
        if (from === to) continue
        const { change } = await to.client.bundles.merge({ file: await bundleOf(from) })
        result.merges++
        if (change !== null) isQuiet = false
      }
    }
  }
}

async function checkSame(members: Member[]): Promise<void> {
  const [first, ...others] = members
  const records = await recordsText(first!)
  const views = await seenByViews(first!.client)
  for (const other of others) {
    same(await recordsText(other), records, `records of ${other.name}`)
    const theirs = await seenByViews(other.client)
    for (const [view, shown] of Object.entries(views)) same(theirs[view] ?? '', shown, `${view} of ${other.name}`)
  }
}

/** The records as a bundle stores them: the canonical bytes. */
async function recordsText(member: Member): Promise<string> {
  const bytes = new Uint8Array(await (await bundleOf(member)).arrayBuffer())
  return strFromU8(unzipSync(bytes, { filter: ({ name }) => name === 'records.json' })['records.json']!)
}

function same(actual: string, expected: string, what: string): void {
  if (actual === expected) return
  let at = 0
  while (actual[at] === expected[at]) at++
  throw new AssertionError({ message: `${what} differ at ${at}: ${actual.slice(at - 120, at + 120)} / ${expected.slice(at - 120, at + 120)}` })
}
