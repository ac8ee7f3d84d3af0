import type { Client } from '#api'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { createContext, useContext } from 'react'

export function createApi(client: Client) {
  return createTanstackQueryUtils(client)
}

export type Api = ReturnType<typeof createApi>

export const ClientContext = createContext<{ client: Client; api: Api } | null>(null)

function useConnection(): { client: Client; api: Api } {
  const connection = useContext(ClientContext)
  if (connection === null) throw new Error('no client: render inside App')
  return connection
}

/** The contract's methods, to be called from an event. */
export function useClient(): Client {
  return useConnection().client
}

/** Query and mutation options for each of the contract's methods, such as `useApi().cases.get.queryOptions(…)`. */
export function useApi(): Api {
  return useConnection().api
}
