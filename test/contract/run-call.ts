import type { Client } from '#api'
import { calls } from './calls'
import { recordingClient, type MethodPath } from './methods'

/** Runs one call of the suite against a client. @returns the methods that were called on the way. */
export async function runCall(client: Client, path: MethodPath, index: number): Promise<MethodPath[]> {
  const called = new Set<MethodPath>()
  await calls[path][index]!.run(recordingClient(client, called))
  return [...called]
}
