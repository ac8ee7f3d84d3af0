import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { Client } from '#api'
import { APP_HEADER, fileSerializer, RPC_PREFIX } from '#api/transport'
import { startWebHost, type WebHost } from '#web/server'
import { send } from './http-request'
import { temporaryDirectory, type TemporaryDirectory } from './temporary'

const PAGE = '<script>document.title = "ran"</script>'

let folder: TemporaryDirectory
let host: WebHost
let cookie: string
let client: Client
let caseId: string

beforeAll(async () => {
  folder = await temporaryDirectory()
  await mkdir(join(folder.path, 'renderer'))
  await writeFile(join(folder.path, 'renderer', 'index.html'), '<title>镜鉴</title>')
  host = await startWebHost({ directory: join(folder.path, 'library'), port: 0, rendererRoot: join(folder.path, 'renderer') })
  cookie = (await send(host.port, `/?token=${host.token}`)).headers['set-cookie']![0]!.split(';')[0]!
  client = createORPCClient(new RPCLink({
    url: `http://127.0.0.1:${host.port}${RPC_PREFIX}`, headers: { [APP_HEADER.name]: APP_HEADER.value, cookie }, customJsonSerializers: [fileSerializer],
  }))
  caseId = (await client.cases.create({ title: '茶叶协会' })).id
})

afterAll(async () => {
  await host?.close()
  await folder.remove()
})

async function attach(name: string, content: string, mediaType: string): Promise<string> {
  const { uploadId } = await client.attachments.begin({ id: caseId, name, mediaType, bytes: new Blob([content]).size })
  await client.attachments.append({ uploadId, offset: 0, piece: new File([content], 'piece') })
  const { attachments } = await client.attachments.finish({ uploadIds: [uploadId] })
  return `/attachments/${caseId}/${attachments[0]!.id}`
}

const get = (address: string, headers: Record<string, string> = {}, method = 'GET') => send(host.port, address, { method, headers: { cookie, ...headers } })

describe('an attachment as a download', () => {
  it('comes whole under its name, in any script', async () => {
    const reply = await get(await attach('调研 “报告”（2019）.pdf', '内容', 'application/pdf'))
    expect([reply.status, reply.body, reply.headers['content-length']]).toEqual([200, '内容', '6'])
    expect(reply.headers['content-disposition']).toBe(
      'attachment; filename="__ _____2019_.pdf"; filename*=UTF-8\'\'%E8%B0%83%E7%A0%94%20%E2%80%9C%E6%8A%A5%E5%91%8A%E2%80%9D%EF%BC%882019%EF%BC%89.pdf',
    )
  })

  it.each([['page.html', 'text/html'], ['picture.svg', 'image/svg+xml'], ['script.js', 'text/javascript']])('never runs as a page of this host: %s', async (name, mediaType) => {
    const { headers } = await get(await attach(name, PAGE, mediaType))
    expect(headers['content-type']).toBe('application/octet-stream')
    expect(headers['content-disposition']).toMatch(/^attachment;/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toMatch(/sandbox/)
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  })

  it('lets no name into the headers or out of its folder', async () => {
    const { headers } = await get(await attach('a"\r\nset-cookie: x=1; ../../b.txt', 'x', ''))
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['content-disposition']).not.toMatch(/\.\.\/|[\r\n]/)
  })

  it('is for a session of this page alone', async () => {
    const address = await attach('secret.txt', 'secret', 'text/plain')
    const refused = await Promise.all([
      get(address, { cookie: '' }), get(address, { cookie: `${cookie}x` }), get(address, { host: `evil.example:${host.port}` }),
      get(address, { origin: 'http://evil.example' }), get(address, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }),
    ])
    expect(refused.map(({ status, body }) => [status, body.includes('secret')])).toEqual([[401, false], [401, false], [403, false], [403, false], [403, false]])
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await get(address, {}, method)).status).toBe(405)
    expect(await get(address, {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
  })

  it.each(['/attachments/', '/attachments/x', '/attachments/x/y', '/attachments/x/y/z', '/attachments/..%2f/library.json', '/attachments/%00/%00'])('answers %s with 404', async (address) => {
    expect((await get(address)).status).toBe(404)
  })

  it('is broken off where the content is damaged, so that no browser takes it for whole', async () => {
    const address = await attach('rotten.txt', 'sound content', 'text/plain')
    const found = (await client.attachments.list({ id: caseId })).find(({ name }) => name === 'rotten.txt')!
    await writeFile(join(folder.path, 'library', 'attachments', found.sha256.slice(0, 2), found.sha256), 'rotten conten')
    await expect(get(address)).rejects.toThrow()
    expect((await get('/')).status).toBe(200)
  })
})
