import { randomFrom, type Random } from '../../bench/lib/random'

/** Reproducible chance, good enough to wander about. */
export class Chance {
  /** From 0 up to 1. */
  readonly next: Random

  constructor(seed: number) {
    this.next = randomFrom(seed)
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  pick<Item>(items: readonly Item[]): Item | undefined {
    return items[this.below(items.length)]
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const left = [...items]
    return items.map(() => left.splice(this.below(left.length), 1)[0]!)
  }

  /** A well-formed UUIDv7 of nothing but chance. */
  uuid(): string {
    const hex = (length: number) => Array.from({ length }, () => this.below(16).toString(16)).join('')
    return `01${hex(6)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`
  }
}
