import type { Random } from '../../bench/lib/random'

/**
 * A row of the table of faults: something that goes wrong, made to go wrong many times. A trial survives if the library
 * then opens by itself, holds everything it had acknowledged, and says what it had to repair.
 */
export interface Fault {
  id: string
  title: string
  /** Trials of a run that takes seconds, for every test run, and of one that takes as long as it takes. */
  trials: { short: number; long: number }
  /** Why it cannot be tried on this machine, or null. */
  obstacle?(): string | null
  /** One outcome for each trial: null where it survived, else what was lost or wrong. */
  run(options: Trials): AsyncIterable<string | null>
}

export interface Trials {
  trials: number
  random: Random
}

/** A whole number from 0 up to `below`. */
export function pick(random: Random, below: number): number {
  return Math.floor(random() * below)
}

export interface Outcome {
  trials: number
  survived: number
  /** The first few, with the number of their trial. */
  failures: string[]
  obstacle: string | null
}

const FAILURES_TOLD = 5

/** Runs a fault's trials and counts; a trial that throws has failed, and ends the run. */
export async function tryFault(fault: Fault, options: Trials): Promise<Outcome> {
  const outcome: Outcome = { trials: 0, survived: 0, failures: [], obstacle: fault.obstacle?.() ?? null }
  if (outcome.obstacle !== null) return outcome
  const note = (failure: string | null) => {
    outcome.trials++
    if (failure === null) outcome.survived++
    else if (outcome.failures.length < FAILURES_TOLD) outcome.failures.push(`trial ${outcome.trials}: ${failure}`)
  }
  try {
    for await (const result of fault.run(options)) note(result)
  } catch (cause) {
    note(cause instanceof Error ? cause.stack ?? cause.message : String(cause))
  }
  return outcome
}
