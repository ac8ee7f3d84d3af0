import type { Capabilities, LibraryStatus } from '#api'
import { useQuery } from '@tanstack/react-query'
import { useApi } from './client'

const nothing: Capabilities = { write: false, import: false, ocrScripts: [], exportFormats: [], nativeDialogs: false, attachmentAddress: '' }

/** The library's state; undefined until the host has answered. */
export function useStatus(): LibraryStatus | undefined {
  return useQuery(useApi().library.status.queryOptions()).data
}

/** What the host can do; nothing until it has said so. */
export function useCapabilities(): Capabilities {
  return useStatus()?.capabilities ?? nothing
}
