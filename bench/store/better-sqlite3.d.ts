/** The little of better-sqlite3 that the benchmark calls; the package itself is installed only for a run. */
declare module 'better-sqlite3' {
  interface Statement {
    run(...values: string[]): void
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
