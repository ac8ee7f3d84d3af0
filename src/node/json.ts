import sjson from 'secure-json-parse'

/** Parses JSON that came from a file; keys that could reach an object's prototype are dropped. Undefined if it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return sjson.parse(text, undefined, { protoAction: 'remove', constructorAction: 'remove' })
  } catch {
    return undefined
  }
}

/** The value as an object to be looked into, or undefined. */
export function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : undefined
}
