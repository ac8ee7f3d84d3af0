/**
 * What both ends of every transport agree on beyond the contract.
 *
 * oRPC carries a File in a request or a plain answer, but not within the events of an iterator: those are JSON, where a
 * File would silently become `{}`. Methods that report progress and then give a File need exactly that, so hosts encode
 * such Files on the way out and clients get them back as Files.
 */

/** The header every call over HTTP carries. A foreign page cannot set it without a CORS permission that is never given. */
export const APP_HEADER = { name: 'x-jingjian', value: '1' } as const

/** Where the web host serves the contract. */
export const RPC_PREFIX = '/rpc'

class EncodedFile {
  constructor(readonly name: string, readonly type: string, readonly base64: string) {}
}

interface FileJson {
  name: string
  type: string
  base64: string
}

// String.fromCharCode takes its characters as arguments, whose number is limited.
const CHUNK = 0x8000

async function encode(file: File): Promise<EncodedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const parts: string[] = []
  for (let start = 0; start < bytes.length; start += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(start, start + CHUNK)))
  return new EncodedFile(file.name, file.type, btoa(parts.join('')))
}

function decode({ name, type, base64 }: FileJson): File {
  return new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name, { type })
}

/** For `customJsonSerializers` of every handler and every link. The number is this format's own, apart from oRPC's. */
export const fileSerializer = {
  type: 40,
  condition: (value: unknown): boolean => value instanceof EncodedFile,
  serialize: (value: unknown): FileJson => ({ ...(value as EncodedFile) }),
  deserialize: (value: unknown): File => decode(value as FileJson),
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

async function encodeFiles(value: unknown): Promise<unknown> {
  if (value instanceof File) return encode(value)
  if (!isPlainObject(value)) return value
  const entries = await Promise.all(Object.entries(value).map(async ([key, child]) => [key, await encodeFiles(child)] as const))
  return Object.fromEntries(entries)
}

function isAsyncIterator(value: unknown): value is AsyncIterator<unknown, unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value
}

async function* encodeEvents(events: AsyncIterator<unknown, unknown>): AsyncGenerator<unknown, unknown> {
  try {
    for (;;) {
      const { done, value } = await events.next()
      if (done === true) return await encodeFiles(value)
      yield await encodeFiles(value)
    }
  } finally {
    await events.return?.()
  }
}

/** For `clientInterceptors` of every handler: makes the Files within an iterator's events fit for JSON. */
export async function encodeFilesInEvents(options: { next(): Promise<unknown> }): Promise<unknown> {
  const output = await options.next()
  return isAsyncIterator(output) ? encodeEvents(output) : output
}
