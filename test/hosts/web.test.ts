import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { createConnection, createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { DEFAULT_PORT, startWebHost, type WebHost } from '#web/server'
import { rememberedToken } from '#web/token'
import { send } from './http-request'
import { temporaryDirectory, type TemporaryDirectory } from './temporary'

const BODY_LIMIT = 10_000

let folder: TemporaryDirectory
let host: WebHost
let cookie: string

/** What the interface sends with every call. */
const appHeaders = () => ({ 'content-type': 'application/json', 'x-jingjian': '1', cookie })
const call = (path: string, input: unknown, headers: Record<string, string> = {}) =>
  send(host.port, `/rpc/${path}`, { method: 'POST', headers: { ...appHeaders(), ...headers }, body: JSON.stringify({ json: input }) })
const status = async (path: string, headers: Record<string, string> = {}) => (await send(host.port, path, { headers: { cookie, ...headers } })).status

beforeAll(async () => {
  folder = await temporaryDirectory()
  const rendererRoot = join(folder.path, 'renderer')
  await mkdir(join(rendererRoot, 'assets'), { recursive: true })
  await writeFile(join(rendererRoot, 'index.html'), '<title>镜鉴</title>')
  await writeFile(join(rendererRoot, 'assets', 'app.js'), 'export {}')
  await writeFile(join(folder.path, 'secret.txt'), 'secret')
  await symlink(join(folder.path, 'secret.txt'), join(rendererRoot, 'link.txt'))
  await symlink(folder.path, join(rendererRoot, 'linked'))
  host = await startWebHost({ directory: join(folder.path, 'library'), port: 0, rendererRoot, bodyLimit: BODY_LIMIT })
  const reply = await send(host.port, `/?token=${host.token}`)
  cookie = reply.headers['set-cookie']![0]!.split(';')[0]!
})

afterAll(async () => {
  await host?.close()
  await folder.remove()
})

describe('where a request comes from', () => {
  it('listens on 127.0.0.1 alone', async () => {
    const others = Object.values(networkInterfaces()).flat().filter((entry) => entry?.family === 'IPv4' && entry.address !== '127.0.0.1')
    const addresses = ['127.0.0.2', ...others.map((entry) => entry!.address)]
    for (const address of addresses) {
      const outcome = await new Promise<string>((resolve) => {
        const socket = createConnection({ host: address, port: host.port }, () => resolve('connected'))
        socket.on('error', () => resolve('refused'))
        socket.on('connect', () => socket.destroy())
      })
      expect([address, outcome]).toEqual([address, 'refused'])
    }
  })

  it.each(['evil.example', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example', 'localhost.evil.example', '[::1]'])('refuses the Host %s for pages and calls', async (name) => {
    for (const given of [name, `${name}:${host.port}`].filter((value) => value !== `127.0.0.1:${host.port}`)) {
      expect([given, await status('/', { host: given })]).toEqual([given, 403])
      expect((await call('library/status', undefined, { host: given })).status).toBe(403)
    }
  })

  it('refuses a foreign Host for a socket, and opens none at all', async () => {
    const headers = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==' }
    expect(await status('/', { ...headers, host: `evil.example:${host.port}` })).toBe(403)
    expect(await status('/', headers)).toBe(200)
  })

  it('takes localhost as its own name', async () => expect(await status('/', { host: `localhost:${host.port}` })).toBe(200))

  it.each(['http://evil.example', 'null', 'https://127.0.0.1:PORT', 'http://127.0.0.1:PORT.evil.example', 'http://127.0.0.1', 'http://localhost:PORT'])('refuses the Origin %s', async (origin) => {
    const value = origin.replace('PORT', String(host.port))
    expect(await status('/', { origin: value })).toBe(403)
    expect((await call('library/status', undefined, { origin: value })).status).toBe(403)
  })

  it('takes its own Origin', async () => {
    expect((await call('library/status', undefined, { origin: `http://127.0.0.1:${host.port}` })).status).toBe(200)
  })

  it('refuses what a browser marks as coming from another site, but lets a link lead here', async () => {
    expect((await call('library/status', undefined, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).status).toBe(403)
    expect(await status('/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBe(200)
  })
})

describe('the token', () => {
  it('has at least 128 bits, and each start has its own', async () => {
    expect(Buffer.from(host.token, 'base64url').length).toBeGreaterThanOrEqual(16)
    const other = await startWebHost({ directory: join(folder.path, 'other'), port: 0, rendererRoot: folder.path })
    await other.close()
    expect(other.token).not.toBe(host.token)
  })

  it('is refused where it is too short', async () => {
    await expect(startWebHost({ directory: join(folder.path, 'other'), port: 0, rendererRoot: folder.path, token: 'short' })).rejects.toThrow(RangeError)
  })

  it('is exchanged for a cookie that scripts cannot read and other sites cannot use, and leaves the address', async () => {
    const reply = await send(host.port, `/?token=${host.token}`)
    expect(reply.status).toBe(303)
    expect(reply.headers.location).toBe('/')
    const given = reply.headers['set-cookie']![0]!
    expect(given).toMatch(/; HttpOnly; SameSite=Strict/)
    expect(given).not.toContain(host.token)
  })

  it('opens nothing when it is wrong or missing', async () => {
    for (const path of ['/', `/?token=${'x'.repeat(host.token.length)}`, `/?token=${host.token.slice(0, -1)}`, '/assets/app.js']) {
      const reply = await send(host.port, path)
      expect([path, reply.status, reply.headers['set-cookie']]).toEqual([path, 401, undefined])
    }
    expect((await call('library/status', undefined, { cookie: '' })).status).toBe(401)
    expect((await call('library/status', undefined, { cookie: `${cookie}x` })).status).toBe(401)
  })

  it('is never logged', async () => {
    const written: unknown[] = []
    const spies = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name).mockImplementation((...values) => void written.push(...values)))
    const streams = ([process.stdout, process.stderr]).map((stream) => vi.spyOn(stream, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0))
    await send(host.port, `/?token=${host.token}`)
    await send(host.port, `/missing?token=${host.token}`, { headers: { cookie } })
    await call('cases/get', { id: 'none' })
    for (const spy of [...spies, ...streams]) spy.mockRestore()
    expect(written.map(String).join('\n')).not.toContain(host.token)
  })

  it('is remembered for this user alone, so that a bookmark outlives the host', async () => {
    const directory = join(folder.path, 'configuration')
    const token = await rememberedToken(directory)
    expect(await rememberedToken(directory)).toBe(token)
    const { mode } = await import('node:fs/promises').then(({ stat }) => stat(join(directory, 'web-token')))
    expect(mode & 0o077).toBe(0)

    const start = () => startWebHost({ directory: join(folder.path, 'bookmarked'), port: host.port + 1, rendererRoot: join(folder.path, 'renderer'), token })
    const first = await start()
    const kept = (await send(first.port, `/?token=${token}`)).headers['set-cookie']![0]!.split(';')[0]!
    await first.close()
    const second = await start()
    expect((await send(second.port, '/', { headers: { cookie: kept } })).status).toBe(200)
    await second.close()
  })
})

describe('the form of a call', () => {
  it.each([
    ['a form', 'application/x-www-form-urlencoded'], ['plain text', 'text/plain'], ['nothing named', ''], ['an octet stream', 'application/octet-stream'],
    ['a type that only begins like JSON', 'application/jsonp'],
  ])('refuses %s', async (_name, type) => {
    expect((await call('library/addSample', undefined, { 'content-type': type })).status).toBe(415)
  })

  it.each(['application/json', 'multipart/form-data; boundary=x'])('refuses %s without the header of the interface', async (type) => {
    const { 'x-jingjian': _left, ...headers } = appHeaders()
    const reply = await send(host.port, '/rpc/library/addSample', { method: 'POST', headers: { ...headers, 'content-type': type }, body: '{}' })
    expect(reply.status).toBe(415)
  })

  it('changes nothing by GET, and refuses other methods', async () => {
    const before = (await call('library/status', undefined)).body
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']) {
      const reply = await send(host.port, `/rpc/cases/create?data=${encodeURIComponent('{"json":{"title":"x"}}')}`, { method, headers: appHeaders() })
      expect([method, reply.status]).toEqual([method, 405])
    }
    expect((await call('library/status', undefined)).body).toBe(before)
    expect((await send(host.port, '/', { method: 'POST', headers: appHeaders(), body: '{}' })).status).toBe(405)
  })

  it('refuses a body beyond the limit before reading it, as an error of the contract', async () => {
    const reply = await call('cases/create', { title: 'x'.repeat(BODY_LIMIT) })
    expect(reply.status).toBe(413)
    expect(JSON.parse(reply.body)).toMatchObject({ json: { code: 'FILE_TOO_LARGE', data: { limit: BODY_LIMIT } } })
    const chunked = await send(host.port, '/rpc/cases/create', { method: 'POST', headers: { ...appHeaders(), 'transfer-encoding': 'chunked' }, body: '{}' })
    expect(chunked.status).toBe(411)
  })

  it('answers what is no method with 404, and nonsense with an error of the client', async () => {
    expect((await call('library/nothing', undefined)).status).toBe(404)
    const reply = await send(host.port, '/rpc/cases/create', { method: 'POST', headers: appHeaders(), body: '{{{' })
    expect(reply.status).toBe(400)
  })
})

describe('pages and files', () => {
  it('serves the interface to a session', async () => {
    const reply = await send(host.port, '/', { headers: { cookie } })
    expect([reply.status, reply.headers['content-type'], reply.body]).toEqual([200, 'text/html; charset=utf-8', '<title>镜鉴</title>'])
    expect((await send(host.port, '/assets/app.js', { headers: { cookie } })).headers['content-type']).toMatch(/^text\/javascript/)
  })

  it.each([
    '/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/%2e%2e%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/..%5csecret.txt',
    '//secret.txt', '/link.txt', '/linked/secret.txt', '/%00', '/%ff', '/assets', '/missing',
  ])('answers %s with 404', async (path) => {
    const reply = await send(host.port, path, { headers: { cookie } })
    expect(reply.status).toBe(404)
    expect(reply.body).not.toContain('secret')
  })

  it('says on every reply what a page may do, and gives no other site leave', async () => {
    const replies = await Promise.all([
      send(host.port, '/', { headers: { cookie } }), send(host.port, '/'), send(host.port, '/missing', { headers: { cookie } }),
      send(host.port, '/', { headers: { host: 'evil.example' } }), send(host.port, `/?token=${host.token}`),
      call('library/status', undefined), call('cases/get', { id: 'none' }), call('library/status', undefined, { 'content-type': 'text/plain' }),
      call('cases/create', { title: 'x'.repeat(BODY_LIMIT) }),
    ])
    for (const { headers } of replies) {
      expect(headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self';.*frame-ancestors 'none'/)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})

describe('the port', () => {
  const busy = createServer()
  afterEach(() => void busy.close())

  it('is another one where the usual one is taken', async () => {
    await new Promise<void>((resolve) => {
      busy.once('error', () => resolve())
      busy.listen(DEFAULT_PORT, '127.0.0.1', () => resolve())
    })
    const other = await startWebHost({ directory: join(folder.path, 'third'), rendererRoot: folder.path })
    await other.close()
    expect(other.port).not.toBe(DEFAULT_PORT)
  })

  it('fails where the one asked for is taken, and lets go of the library', async () => {
    const directory = join(folder.path, 'fourth')
    await expect(startWebHost({ directory, port: host.port, rendererRoot: folder.path })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    const again = await startWebHost({ directory, port: 0, rendererRoot: folder.path })
    await again.close()
    expect(await readFile(join(directory, 'library.json'), 'utf8')).toContain('libraryId')
  })
})
