import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'

export interface Reply {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** One request as written: no client adds, corrects or normalises anything, as a hostile one would not either. */
export function send(port: number, path: string, options: { method?: string; headers?: OutgoingHttpHeaders; body?: string; address?: string } = {}): Promise<Reply> {
  const { method = 'GET', headers = {}, body, address = '127.0.0.1' } = options
  return new Promise((resolve, reject) => {
    const sent = request({ host: address, port, path, method, headers, setHost: headers.host === undefined }, (reply) => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk: Buffer) => chunks.push(chunk))
      reply.on('end', () => resolve({ status: reply.statusCode!, headers: reply.headers, body: Buffer.concat(chunks).toString() }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
