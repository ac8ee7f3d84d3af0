import type { Client } from '#api'
import { createApp } from '#core/app'
import { memoryPorts } from '#core/memory'
import { createRouterClient } from '@orpc/server'

/** The whole contract over a library in memory; `options` as for `memoryPorts`. */
export async function memoryClient(options: Parameters<typeof memoryPorts>[0] = {}) {
  const ports = memoryPorts(options)
  const app = await createApp(ports)
  const client: Client = createRouterClient(app.router, { context: {} })
  return { client, ports, app }
}
