/** What hosts have for it: Node, and so Electron's main process, the first; browsers the second. */
interface Host {
  setImmediate?: (resume: () => void) => unknown
  MessageChannel?: new () => { port1: { onmessage: (() => void) | null }; port2: { postMessage(message: null): void } }
}

const host = globalThis as unknown as Host
const later = makeLater()

/**
 * Resolves once whatever else waits has had its turn: requests, input, the disk. Not by timers: two chains of them, each
 * with slices longer than a timer, follow each other in one phase of Node's loop, and nothing else ever comes between;
 * and browsers make nested ones wait.
 */
export function pause(): Promise<void> {
  return new Promise(later)
}

function makeLater(): (resume: () => void) => void {
  if (host.setImmediate !== undefined) return host.setImmediate
  if (host.MessageChannel === undefined) return (resume) => void setTimeout(resume, 0)
  const waiting: (() => void)[] = []
  const { port1, port2 } = new host.MessageChannel()
  // One for each message, so that others' events come in between.
  port1.onmessage = () => waiting.shift()?.()
  return (resume) => {
    waiting.push(resume)
    port2.postMessage(null)
  }
}
