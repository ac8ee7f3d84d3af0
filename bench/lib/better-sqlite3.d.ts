/** The little of better-sqlite3 that the benchmarks call; the package itself is installed only for a run. */
declare module 'better-sqlite3' {
  interface Statement {
    run(...values: (string | number)[]): void
    all(...values: (string | number)[]): unknown[]
    /** Gives the first column instead of rows. */
    pluck(): Statement
  }
  export default class Database {
    constructor(file: string)
    pragma(text: string): void
    exec(sql: string): void
    prepare(sql: string): Statement
    transaction(work: () => void): () => void
    close(): void
  }
}
