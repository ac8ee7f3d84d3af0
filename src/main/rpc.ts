import { ipcMain, type IpcMainEvent, type WebContents } from 'electron'
import { RPCHandler } from '@orpc/server/message-port'
import { Preferences } from '#api'
import { channels } from '#api/bridge'
import { encodeFilesInEvents, fileSerializer } from '#api/transport'
import type { OpenLibrary } from '#node/index'
import { isOwnPage } from './page-protocol'

export interface RpcListeners {
  /** A page has its client now. */
  connected(contents: WebContents): void
  preferencesChanged(preferences: Preferences): void
}

/** Only the top frame of a page of the program itself may speak to the library. */
export function isTrusted({ senderFrame }: Pick<IpcMainEvent, 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url)
}

/** The one channel from the page to this process: it carries the port over which the contract is spoken. */
export function setUpRpc(library: OpenLibrary, listeners: RpcListeners): void {
  const handler = new RPCHandler(library.router, {
    customJsonSerializers: [fileSerializer],
    clientInterceptors: [
      encodeFilesInEvents,
      async ({ path, next }) => {
        const output: unknown = await next()
        if (path.join('.') === 'library.setPreferences') listeners.preferencesChanged(Preferences.parse(output))
        return output
      },
    ],
  })
  ipcMain.on(channels.connect, (event) => {
    const [port, ...others] = event.ports
    if (!isTrusted(event) || port === undefined || others.length > 0) return
    handler.upgrade(port)
    port.start()
    listeners.connected(event.sender)
  })
}
