import type { TextCondition } from './query'
import { changeOf, type Segment } from './segment/segment'
import { foldedTo } from './units'

/** Tells whether a literal find is spelt as the term was typed, or only folds to the same. */
export class Spelling {
  private readonly differs: boolean[]
  private readonly isPlain: boolean
  /** The changes to a document that bear upon this term, and those without which it cannot be spelt like it. */
  private relevant = 0
  private needed = 0

  constructor({ original, folded }: TextCondition) {
    this.differs = Array.from({ length: folded.length }, (_, at) => original[at] !== folded[at])
    this.isPlain = !this.differs.includes(true)
    for (const [at, differs] of this.differs.entries()) {
      const change = changeOf(folded.charCodeAt(at))
      if (foldedTo().has(folded.charCodeAt(at))) this.relevant |= change
      if (differs) this.needed |= change
    }
  }

  /** Index into `KINDS` where the document as a whole decides it. */
  ofDocument(changes: number): number | null {
    if (this.isPlain) return (changes & this.relevant) === 0 ? 3 : null
    return (changes & this.needed) === 0 ? 2 : null
  }

  /** Of a term of one unit. */
  ofUnit(isChanged: boolean): number {
    return isChanged === this.differs[0] ? 3 : 2
  }

  at({ changed }: Segment, start: number): number {
    for (let index = 0; index < this.differs.length; index++) {
      const at = start + index
      const isChanged = (changed[at >> 3]! & (1 << (at & 7))) !== 0
      if (isChanged !== this.differs[index]) return 2
    }
    return 3
  }
}
