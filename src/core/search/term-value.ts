import type { HitKind } from '#api'

/** From the loosest to the closest. */
export const KINDS: readonly HitKind[] = ['fuzzy', 'pinyin', 'folded', 'exact']

/** The best is grade 0: the kind of field (see `layout.ts`), or where the find is with errors how many, at most the last. */
export const GRADES = 4

/** What is known of a term in a document in one number, of which more is better: 1 to `VALUES`; 0 is for where it is not. */
export const VALUES = KINDS.length * GRADES

/** @param kind an index into `KINDS`. */
export function valueOf(kind: number, grade: number): number {
  return 1 + kind * GRADES + GRADES - 1 - grade
}

export function kindOfValue(value: number): number {
  return Math.floor((value - 1) / GRADES)
}

export function gradeOfValue(value: number): number {
  return GRADES - 1 - ((value - 1) % GRADES)
}
