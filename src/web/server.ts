import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { RPCHandler } from '@orpc/server/node'
import { encodeFilesInEvents, fileSerializer, RPC_PREFIX } from '#api/transport'
import { openLibrary } from '#node/index'
import { readPageFile } from '#node/page-files'
import { pageHeaders } from '#node/page-policy'
import { answerAttachment, ATTACHMENT_PREFIX } from './attachment-reply'
import { createGuard, refuseCall, type Guard } from './guard'

/** Fixed, so that a bookmark stays valid. */
export const DEFAULT_PORT = 4817

const DEFAULT_BODY_LIMIT = 512 * 1024 * 1024

export interface WebHostOptions {
  /** The library's folder; made where there is none. */
  directory: string
  /** Without it: the default port, or a free one where that is taken. 0 is a free one. */
  port?: number
  /** The folder of the built interface. */
  rendererRoot: string
  /** At least 32 characters of a secret; a new one for each start unless given. */
  token?: string
  /** Most bytes of one call. */
  bodyLimit?: number
  /** The program's version, for the library's status. */
  version?: string
}

export interface WebHost {
  /** The address that lets a browser in; it holds the token. */
  url: string
  port: number
  token: string
  close(): Promise<void>
}

const listen = (server: Server, port: number): Promise<number> => new Promise((resolve, reject) => {
  server.once('error', reject)
  server.listen(port, '127.0.0.1', () => {
    server.off('error', reject)
    resolve((server.address() as AddressInfo).port)
  })
})

async function listenAnywhere(server: Server, port: number | undefined): Promise<number> {
  if (port !== undefined) return listen(server, port)
  try {
    return await listen(server, DEFAULT_PORT)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause
    return listen(server, 0)
  }
}

function answer(response: ServerResponse, status: number, body: string | Buffer, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body)
}

/** Answers in the form the client of the contract reads, so that a view can show the error like any other. */
function answerTooLarge(response: ServerResponse, limit: number): void {
  const error = { defined: true, code: 'FILE_TOO_LARGE', status: 413, message: 'FILE_TOO_LARGE', data: { limit } }
  response.setHeader('connection', 'close')
  answer(response, 413, JSON.stringify({ json: error }), 'application/json')
}

const CLOSED_DOOR = [
  '请用程序启动时给出的完整地址打开镜鉴。',
  '請用程式啟動時給出的完整網址打開鏡鑑。',
  'Open Jingjian with the full address it printed when it started.',
].join('\n')

async function answerPage(guard: Guard, rendererRoot: string, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 405, 'method not allowed')
  const token = url.searchParams.get('token')
  if (token !== null && guard.accepts(token)) {
    response.writeHead(303, { location: '/', 'set-cookie': guard.sessionCookie() }).end()
    return
  }
  if (!guard.hasSession(request.headers)) return answer(response, 401, CLOSED_DOOR)
  const file = await readPageFile(rendererRoot, url.pathname)
  if (file === null) return answer(response, 404, 'not found')
  answer(response, 200, file.body, file.type)
}

/**
 * Serves the interface and the contract to browsers of this machine alone.
 * @throws AppError where the library cannot be opened; a system error where the port is taken.
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const { directory, rendererRoot, bodyLimit = DEFAULT_BODY_LIMIT } = options
  const token = options.token ?? randomBytes(32).toString('base64url')
  if (token.length < 32) throw new RangeError('the token must have at least 32 characters')
  const library = await openLibrary({
    directory, create: 'ifMissing', nativeDialogs: false, attachmentAddress: ATTACHMENT_PREFIX, timedBackups: true, ...(options.version === undefined ? {} : { version: options.version }),
  })
  const rpc = new RPCHandler(library.router, { customJsonSerializers: [fileSerializer], clientInterceptors: [encodeFilesInEvents] })

  let guard: Guard
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value)
    response.setHeader('cache-control', 'no-store')
    const foreign = guard.refuseOrigin(request.headers)
    if (foreign !== null) return answer(response, foreign, 'forbidden')
    // Joined as text: resolved as a relative address, //name would name another host instead of a path.
    const address = `http://127.0.0.1${request.url}`
    if (request.url?.startsWith('/') !== true || !URL.canParse(address)) return answer(response, 400, 'bad request')
    const url = new URL(address)
    if (url.pathname.startsWith(`${ATTACHMENT_PREFIX}/`)) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 405, 'method not allowed')
      if (!guard.hasSession(request.headers)) return answer(response, 401, CLOSED_DOOR)
      if (!(await answerAttachment(library, url.pathname, request, response))) answer(response, 404, 'not found')
      return
    }
    if (!url.pathname.startsWith(`${RPC_PREFIX}/`)) return answerPage(guard, rendererRoot, url, request, response)

    if (!guard.hasSession(request.headers)) return answer(response, 401, 'unauthorized')
    const refused = refuseCall(request, bodyLimit)
    if (refused === 413) return answerTooLarge(response, bodyLimit)
    if (refused !== null) return answer(response, refused, 'refused')
    const { matched } = await rpc.handle(request, response, { prefix: RPC_PREFIX })
    if (!matched) answer(response, 404, 'not found')
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((cause: unknown) => {
      // The address is left out on purpose: it may hold the token.
      console.error('a request failed', cause)
      if (response.headersSent) response.destroy()
      else answer(response, 500, 'internal error')
    })
  })
  try {
    const port = await listenAnywhere(server, options.port)
    guard = createGuard(port, token)
    return {
      url: `http://127.0.0.1:${port}/?token=${token}`,
      port,
      token,
      async close() {
        const closed = new Promise<void>((resolve) => void server.close(() => resolve()))
        server.closeAllConnections()
        await closed
        await library.close()
      },
    }
  } catch (cause) {
    await library.close()
    throw cause
  }
}
