import type { SearchDocument } from '#core/search/index'

/** What a search gives: the cases by their index, the best first, and how many there are where the engine counts them. */
export interface Found {
  indexes: number[]
  total: number
}

export interface Engine {
  /** Milliseconds until all cases were handed over, before any waiting for the index. */
  feeding?: number
  search(query: string, limit: number): Found
  /** Takes a changed case in; only ours has to. */
  update?(document: SearchDocument): void
  /** What may be meant by what is typed; only ours has to. */
  suggest?(typed: string): void
  /** What the cases that match have, with counts; only ours has to. */
  facets?(query: string): void
  close?(): void
}

/** Resolves once every case can be found. `directory` is for what an engine writes. */
export type Build = (documents: SearchDocument[], directory: string) => Promise<Engine>

/** Runs of Han characters as their bigrams, one after the other; letters and digits as they are. */
export function bigrams(folded: string): string[] {
  const found: string[] = []
  for (const [run] of folded.matchAll(/[\u3400-\u9fff]+|[a-z0-9]+/gu)) {
    if (run.length === 1 || run < '\u3400') found.push(run)
    else for (let at = 0; at + 1 < run.length; at++) found.push(run.slice(at, at + 2))
  }
  return found
}
