import { createRouterClient } from '@orpc/server'
import type { Client, Preferences } from '#api'
import type { OpenLibrary } from '#node/open'

/** The interface choices of this installation. */
export function readPreferences(library: OpenLibrary): Promise<Preferences> {
  const client: Client = createRouterClient(library.router)
  return client.library.preferences()
}
