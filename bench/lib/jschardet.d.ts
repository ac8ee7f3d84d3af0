/** What the benchmark uses of a peer that is installed only with the peers. */
declare module 'jschardet' {
  export function detect(bytes: Uint8Array): { encoding: string | null; confidence: number }
}
