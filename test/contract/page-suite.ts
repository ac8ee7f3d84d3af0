/** The suite as a script for a page of the program: it speaks to the host through the interface's own client. */
import { createClient } from '#renderer/client'
import type { MethodPath } from './methods'
import { runCall } from './run-call'

const client = createClient()

declare global {
  interface Window {
    runContractCall(path: MethodPath, index: number): Promise<MethodPath[]>
  }
}

window.runContractCall = (path, index) => runCall(client, path, index)
