import type { Command, Write } from './model'

/** What is to be written, once it is its turn. */
export interface Proposal {
  name: string
  /** Sees everything that was proposed earlier. */
  decide(): Write[]
  undoes?: string | undefined
  spends?: string[]
}

export interface Turn {
  proposal: Proposal
  resolve(command: Command | null): void
  reject(cause: unknown): void
}

type Waiting = Omit<Turn, 'proposal'> & { proposal: Proposal | (() => Promise<Proposal>) }

/**
 * Lets changes happen one after the other. What comes while a batch is on its way to the disk waits and is the next
 * batch, so that a burst of changes shares flushes (group commit: Gawlick and Kinkade, 1985).
 */
export class WriteQueue {
  private waiting: Waiting[] = []
  private running: Promise<void> | null = null

  /** @param carryOut settles every turn it is given. */
  constructor(private readonly carryOut: (batch: Turn[]) => Promise<void>) {}

  /** A proposal that has to be looked up first is given as a function, and is then a batch of its own. */
  add(proposal: Waiting['proposal']): Promise<Command | null> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ proposal, resolve, reject })
      this.running ??= this.run()
    })
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.running !== null) await this.running
  }

  private async run(): Promise<void> {
    // Whoever asks in the same turn of the event loop is in the first batch.
    await Promise.resolve()
    while (this.waiting.length > 0) await this.carryOut(await this.nextBatch())
    this.running = null
  }

  private async nextBatch(): Promise<Turn[]> {
    const [first] = this.waiting
    if (typeof first?.proposal === 'function') {
      this.waiting.shift()
      try {
        return [{ ...first, proposal: await first.proposal() }]
      } catch (cause) {
        first.reject(cause)
        return []
      }
    }
    const end = this.waiting.findIndex(({ proposal }) => typeof proposal === 'function')
    return this.waiting.splice(0, end < 0 ? this.waiting.length : end) as Turn[]
  }
}
