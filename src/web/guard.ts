import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { APP_HEADER } from '#api/transport'

/** Equal in constant time; the digest makes the lengths equal too. */
function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

function cookieValue(headers: IncomingHttpHeaders, name: string): string {
  for (const part of (headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name && value !== undefined) return value
  }
  return ''
}

/** Any page of the web, and any other program of this machine, can reach a port of 127.0.0.1: this decides who is let in. */
export interface Guard {
  /** The status to refuse a request with because of where it comes from, or null. Holds for every path. */
  refuseOrigin(headers: IncomingHttpHeaders): 403 | null
  /** Whether the token opens a session. */
  accepts(token: string): boolean
  /** Whether the request carries the session's cookie. */
  hasSession(headers: IncomingHttpHeaders): boolean
  /** The cookie that opens a session, for `Set-Cookie`. */
  sessionCookie(): string
}

export function createGuard(port: number, token: string): Guard {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`])
  // Cookies are shared by all ports of a host name, so the name tells this host's from another library's.
  const cookie = `jingjian-${port}`
  const session = createHmac('sha256', token).update('session').digest('base64url')
  return {
    refuseOrigin({ host, origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode }) {
      // A foreign name that resolves to 127.0.0.1 (DNS rebinding) is still told by the Host header.
      if (host === undefined || !hosts.has(host)) return 403
      if (origin !== undefined && origin !== `http://${host}`) return 403
      const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none'
      return isForeign && mode !== 'navigate' ? 403 : null
    },
    accepts: (given) => sameSecret(given, token),
    hasSession: (headers) => sameSecret(cookieValue(headers, cookie), session),
    sessionCookie: () => `${cookie}=${session}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${60 * 60 * 24 * 365}`,
  }
}

/**
 * The status to refuse a call with because of its form, or null. A form of a foreign page can send multipart/form-data
 * (which a call that carries a file needs), but never the application's header: that would need the permission of CORS.
 */
export function refuseCall(request: IncomingMessage, bodyLimit: number): 405 | 411 | 413 | 415 | null {
  const { method, headers } = request
  if (method !== 'POST') return 405
  const type = (headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase()
  if (headers[APP_HEADER.name] !== APP_HEADER.value) return 415
  if (type !== 'application/json' && type !== 'multipart/form-data') return 415
  // With a declared length the HTTP parser lets nothing beyond it through, so no byte needs to be counted here.
  if (headers['content-length'] === undefined) return 411
  return Number(headers['content-length']) > bodyLimit ? 413 : null
}
