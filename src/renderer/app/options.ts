import type { Bridge } from '#api/bridge'
import { createContext, useContext } from 'react'

/** What a host may add to the interface. */
export interface AppOptions {
  /** Shown beside the product's name, such as the title of a handed-over collection. */
  title?: string
  /** The desktop shell's menu and the files it was asked to open. */
  bridge?: Bridge
}

export const OptionsContext = createContext<AppOptions>({})

export function useOptions(): AppOptions {
  return useContext(OptionsContext)
}
