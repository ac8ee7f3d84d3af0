/** The little of uFuzzy that the benchmarks call; the package itself is installed only for a run. */
declare module '@leeoniya/ufuzzy' {
  export default class UFuzzy {
    constructor(options: Record<string, string | number | boolean>)
    /** Indexes of what matches; where there are at most `infoThreshold`, also their order by rank. */
    search(haystack: string[], needle: string, outOfOrder: number, infoThreshold: number):
      [indexes: number[] | null, info: { idx: number[] } | null, order: number[] | null]
  }
}
