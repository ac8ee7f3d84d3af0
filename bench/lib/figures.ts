/** The value below which `share` of the sample lies (nearest rank). */
export function percentile(sample: number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function milliseconds(value: number): string {
  return Number.isNaN(value) ? '-' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

export function ratio(value: number): string {
  return Number.isNaN(value) ? '-' : `${value >= 10 ? value.toFixed(0) : value.toFixed(2)}x`
}

/** A Markdown table; the first row is the head. */
export function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  return [line(rows[0]!), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.slice(1).map(line)].join('\n')
}

/** Time of each of `count` runs of `work`, one after the other, in milliseconds. */
export async function timed(count: number, work: (index: number) => Promise<void> | void): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index++) {
    const start = performance.now()
    await work(index)
    times.push(performance.now() - start)
  }
  return times
}

/**
 * The least time that processors spent on `work` in `count` runs, in milliseconds, in all threads of the process: other
 * programs that run meanwhile hardly show in it.
 */
export async function leastProcessorTime(count: number, work: () => Promise<unknown> | unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < count; run++) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

/** The longest time, in milliseconds, that the event loop did not turn while `work` ran. */
export async function longestStall(work: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let last = performance.now()
  let isRunning = true
  const tick = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (isRunning) setImmediate(tick)
  }
  setImmediate(tick)
  await work()
  longest = Math.max(longest, performance.now() - last)
  isRunning = false
  return longest
}
