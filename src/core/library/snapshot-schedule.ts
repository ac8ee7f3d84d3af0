import type { Ports } from '../ports'
import type { Command, Snapshot } from './model'

/** While the library is open, a snapshot follows this many commands. */
const COMMANDS_PER_SNAPSHOT = 500
/**
 * Closing always writes the snapshot of a small library, which then stands twice on the disk. Of a large one it leaves
 * less than this to the journal, since replaying it is quicker than writing everything anew.
 */
const RECORDS_OF_SMALL_LIBRARY = 500
const COMMANDS_LEFT_BEHIND = 50
const WEIGHT_LEFT_BEHIND = 256 * 1024
/** About what an operation takes in the journal beside its value, in characters. */
const WEIGHT_OF_OPERATION = 300

/**
 * When the library's state is written whole. It is written beside the changes, never in their way: the state is taken
 * at one point, and commands go on into the journal meanwhile.
 */
export class SnapshotSchedule {
  private commandsBehind = 0
  private weightBehind = 0
  private dueAfter = COMMANDS_PER_SNAPSHOT
  private underWay: Promise<void> | null = null

  constructor(
    private readonly ports: Pick<Ports, 'snapshot' | 'log' | 'host'>,
    private readonly take: () => Snapshot,
  ) {}

  /** Counts a command that is in the journal and not in the snapshot. */
  countBehind({ operations }: Command): void {
    this.commandsBehind++
    for (const { new: value } of operations) this.weightBehind += WEIGHT_OF_OPERATION + (typeof value === 'string' ? value.length : 0)
  }

  /** Starts writing where it is time to; never waits for it. */
  startIfDue(): void {
    if (this.underWay === null && this.commandsBehind >= this.dueAfter) this.underWay = this.writeOrLog().finally(() => { this.underWay = null })
  }

  /** The first snapshot of a library. */
  async write(): Promise<void> {
    const { commandsBehind, weightBehind } = this
    await this.ports.snapshot.write(this.take())
    this.commandsBehind -= commandsBehind
    this.weightBehind -= weightBehind
    this.dueAfter = COMMANDS_PER_SNAPSHOT
  }

  /**
   * Writes one snapshot before and one after `act`, so that neither of the two that are kept is older than the first.
   * None is begun meanwhile, and what is being written is waited for.
   */
  async writeAround(act: () => Promise<void>): Promise<void> {
    while (this.underWay !== null) await this.underWay
    const run = (async () => {
      await this.write()
      await act()
      await this.write()
    })()
    this.underWay = run.catch(() => undefined).finally(() => { this.underWay = null })
    await run
  }

  /** Waits for what is being written, and writes the last state if that is worth its time. */
  async close(records: number): Promise<void> {
    await this.underWay
    const isWorthIt = records <= RECORDS_OF_SMALL_LIBRARY || this.commandsBehind >= COMMANDS_LEFT_BEHIND || this.weightBehind >= WEIGHT_LEFT_BEHIND
    if (this.commandsBehind > 0 && isWorthIt && this.ports.host.readOnly === null) await this.writeOrLog()
  }

  private async writeOrLog(): Promise<void> {
    try {
      await this.write()
    } catch (cause) {
      // The journal already holds everything; a missed snapshot only makes the next start slower.
      this.dueAfter = this.commandsBehind + COMMANDS_PER_SNAPSHOT
      this.ports.log.error('snapshot not written', cause)
    }
  }
}
