/** The one place where the interface gets hold of a host: over the desktop shell's port, or over HTTP. */
import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { Client } from '#api'
import { BRIDGE_NAME, channels, type Bridge } from '#api/bridge'
import { APP_HEADER, fileSerializer, RPC_PREFIX } from '#api/transport'

const customJsonSerializers = [fileSerializer]

/** What a desktop shell offers on top of the contract; undefined in a browser. */
export function shellBridge(): Bridge | undefined {
  return (window as unknown as Record<string, Bridge | undefined>)[BRIDGE_NAME]
}

function overPort(): Client {
  const { port1, port2 } = new MessageChannel()
  window.postMessage(channels.connect, window.location.origin, [port2])
  port1.start()
  return createORPCClient(new PortLink({ port: port1, customJsonSerializers }))
}

function overHttp(): Client {
  return createORPCClient(new FetchLink({
    url: `${window.location.origin}${RPC_PREFIX}`,
    headers: { [APP_HEADER.name]: APP_HEADER.value },
    customJsonSerializers,
  }))
}

/** A client for the library behind this page. */
export function createClient(): Client {
  return shellBridge() === undefined ? overHttp() : overPort()
}

/** Hands a file to the user the way the browser or the shell saves downloads. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  // The download has taken its own reference once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
