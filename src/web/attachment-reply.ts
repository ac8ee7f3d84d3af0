import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { safeFileName } from '#api/file-name'
import { piecesOf, type OpenLibrary } from '#node/index'

/** Where this host gives attachments out, for the capability `attachmentAddress`. */
export const ATTACHMENT_PREFIX = '/attachments'

/**
 * What was attached is anybody's: it is only ever saved, never shown as a page of this host, and where a browser should
 * show it all the same, it is shut into an origin of its own that may do nothing.
 */
const headersOf = (name: string, bytes: number): Record<string, string | number> => ({
  'content-type': 'application/octet-stream',
  'content-length': bytes,
  'content-disposition': contentDisposition(name),
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
})

/** The name after RFC 6266 and RFC 5987, with one of plain letters for what knows only those. */
function contentDisposition(name: string): string {
  const safe = safeFileName(name)
  const encoded = encodeURIComponent(safe).replace(/['()*]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${safe.replace(/[^\x20-\x7e]|["\\%;]/gu, '_')}"; filename*=UTF-8''${encoded}`
}

/**
 * Answers `/attachments/<case id>/<attachment id>` with the content, read as fast as the browser takes it. Damage is
 * known only at the end; the reply is then broken off, so that the browser calls the download failed.
 * @returns whether there is such an attachment with its content; otherwise nothing was answered.
 */
export async function answerAttachment({ client }: OpenLibrary, pathname: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const [caseId, attachmentId, ...rest] = pathname.slice(ATTACHMENT_PREFIX.length + 1).split('/')
  if (caseId === undefined || attachmentId === undefined || rest.length > 0) return false
  const listed = await client.attachments.list({ id: caseId }).catch(() => [])
  const found = listed.find(({ id, here }) => id === attachmentId && here)
  if (found === undefined) return false
  response.writeHead(200, headersOf(found.name, found.bytes))
  if (request.method === 'HEAD') response.end()
  else {
    await pipeline(Readable.from(piecesOf(client, caseId, found), { objectMode: true, highWaterMark: 1 }), response).catch((cause: unknown) => {
      // Who closes the page in the middle of a download has not met an error.
      if ((cause as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw cause
    })
  }
  return true
}
