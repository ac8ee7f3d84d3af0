/** Assertions for calls that also run inside a page, where a test runner's own are not at hand. */
import type { ErrorCode, ErrorData } from '#api'

const show = (value: unknown): string => (value instanceof Error ? `${value.name}: ${value.message}` : JSON.stringify(value) ?? String(value))

function fail(what: string, details: string): never {
  throw new Error(`${what}: ${details}`)
}

export function ok(condition: unknown, what: string): asserts condition {
  if (!condition) fail(what, `got ${show(condition)}`)
}

/** Whether `actual` holds everything `expected` names; lists must agree in length and order. */
function holds(actual: unknown, expected: unknown): boolean {
  if (expected === null || typeof expected !== 'object') return Object.is(actual, expected)
  if (actual === null || typeof actual !== 'object') return false
  if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length)) return false
  return Object.entries(expected).every(([key, value]) => holds((actual as Record<string, unknown>)[key], value))
}

export function matches(actual: unknown, expected: unknown, what: string): void {
  if (!holds(actual, expected)) fail(what, `expected ${show(expected)}, got ${show(actual)}`)
}

export function equal<Value>(actual: Value, expected: Value, what: string): void {
  if (!holds(actual, expected) || !holds(expected, actual)) fail(what, `expected ${show(expected)}, got ${show(actual)}`)
}

/** The call must fail with this error of the contract, and with these circumstances. */
export async function failsWith(call: Promise<unknown>, code: ErrorCode, data: ErrorData = {}): Promise<void> {
  const error = await call.then((value) => fail(`expected ${code}`, `got ${show(value)}`), (cause: unknown) => cause)
  matches(error, { code, defined: true }, `expected the typed error ${code}, got ${show(error)}`)
  matches((error as { data?: unknown }).data ?? {}, data, `circumstances of ${code}`)
}

/** Reads a stream of progress to its end. */
export async function readToEnd<Event, Result>(stream: { next(): Promise<IteratorResult<Event, Result>> }): Promise<{ progress: Event[]; result: Result }> {
  const progress: Event[] = []
  for (;;) {
    const step = await stream.next()
    if (step.done === true) return { progress, result: step.value }
    progress.push(step.value)
  }
}

export function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return file.arrayBuffer().then((buffer) => new Uint8Array(buffer))
}
