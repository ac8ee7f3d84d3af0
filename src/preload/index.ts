import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { BRIDGE_NAME, channels, type AttachmentOutcome, type Bridge, type MenuCommand, type OpenedFile } from '#api/bridge'

type Listener<Value> = (value: Value) => void

/** Passes a channel's messages on, and keeps those that come before anybody listens. */
function relay<Value>(channel: string): (listener: Listener<Value>) => () => void {
  const listeners = new Set<Listener<Value>>()
  const waiting: Value[] = []
  ipcRenderer.on(channel, (_event, value: Value) => {
    if (listeners.size === 0) waiting.push(value)
    for (const listener of listeners) listener(value)
  })
  return (listener) => {
    listeners.add(listener)
    for (const value of waiting.splice(0)) listener(value)
    return () => void listeners.delete(listener)
  }
}

const bridge: Bridge = {
  onMenu: relay<MenuCommand>(channels.menu),
  onOpenedFiles: relay<OpenedFile[]>(channels.openedFiles),
  saveAttachment: (attachment) => ipcRenderer.invoke(channels.saveAttachment, attachment) as Promise<AttachmentOutcome>,
  openAttachment: (attachment) => ipcRenderer.invoke(channels.openAttachment, attachment) as Promise<AttachmentOutcome>,
  pathForFile: (file) => webUtils.getPathForFile(file),
}
contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge)

window.addEventListener('message', (event) => {
  const port = event.ports[0]
  if (event.source === window && event.data === channels.connect && port !== undefined) ipcRenderer.postMessage(channels.connect, null, [port])
})
