import type { Grouped } from './segment'

/** Groups numbers in two passes: put every one, `lay`, put every one again. */
export class GroupedBuilder {
  private readonly starts: Uint32Array
  private next = new Uint32Array(0)
  private items = new Uint32Array(0)

  constructor(groups: number) {
    this.starts = new Uint32Array(groups + 1)
  }

  put(group: number, item: number, isCounting: boolean): void {
    if (isCounting) this.starts[group + 1]!++
    else this.items[this.next[group]!++] = item
  }

  lay(): void {
    for (let group = 1; group < this.starts.length; group++) this.starts[group]! += this.starts[group - 1]!
    this.next = this.starts.slice()
    this.items = new Uint32Array(this.starts.at(-1)!)
  }

  finish(): Grouped {
    return { starts: this.starts, items: this.items }
  }
}
