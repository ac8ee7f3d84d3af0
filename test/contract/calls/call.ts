import type { Client } from '#api'
import type { MethodPath } from '../methods'

/** What one method must do, seen from a client. Calls share a library, so each works on cases of its own. */
export interface Call {
  name: string
  run(client: Client): Promise<void>
}

export type Calls<Group extends string> = Record<Extract<MethodPath, `${Group}.${string}`>, Call[]>

export function call(name: string, run: Call['run']): Call {
  return { name, run }
}
