import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import type { Client } from '#api'
import { createApp } from '#core/app'
import { memoryPorts } from '#core/memory'

/** A library whose journal writes only when it is let, and counts the writes. */
async function slowLibrary() {
  const ports = memoryPorts()
  const { append } = ports.journal
  const writes: number[] = []
  let failure: Error | null = null
  ports.journal.append = async (...commands) => {
    await new Promise(setImmediate)
    if (failure !== null) throw failure
    writes.push(commands.length)
    return append(...commands)
  }
  ports.log.error = () => undefined
  const app = await createApp(ports)
  return { client: createRouterClient(app.router, { context: {} }) as Client, app, writes, ports, failWith: (cause: Error | null) => void (failure = cause) }
}

test('a burst of changes shares writes, and each sees the ones before it', async () => {
  const { client, writes } = await slowLibrary()
  const { id } = await client.cases.create({ title: '甲' })
  await Promise.all(Array.from({ length: 100 }, (_, index) => client.cases.tag({ ids: [id], add: [`标签${index}`] })))
  expect((await client.cases.get({ id })).case.tags).toHaveLength(100)
  expect(writes.length).toBeLessThan(10)

  // The second of each pair wants what the first has just written, and so writes nothing.
  const [first, second] = await Promise.all([client.cases.edit({ id, set: { title: '乙' } }), client.cases.edit({ id, set: { title: '乙' } })])
  expect([first.change === null, second.change === null]).toEqual([false, true])
})

test('when the disk refuses a batch none of it has happened, and what comes after works', async () => {
  const { client, failWith } = await slowLibrary()
  const { id } = await client.cases.create({ title: '甲' })
  failWith(Object.assign(new Error('no space'), { code: 'DISK_FULL' }))
  const results = await Promise.allSettled([1, 2, 3].map((number) => client.cases.edit({ id, set: { title: `改${number}` } })))
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect((await client.cases.get({ id })).case.title).toBe('甲')
  failWith(null)
  await client.cases.edit({ id, set: { title: '乙' } })
  expect((await client.history.list({ id })).map(({ name }) => name)).toEqual(['case.edit', 'case.create'])
})

test('a change that is refused does not take its neighbours with it', async () => {
  const { client } = await slowLibrary()
  const [made, refused, other] = await Promise.allSettled([
    client.cases.create({ title: '甲' }), client.cases.tag({ ids: ['missing'], add: ['标签'] }), client.cases.create({ title: '乙' }),
  ])
  expect([made.status, refused.status, other.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect((await client.cases.list({})).total).toBe(2)
})

test('two quick undos take back two changes, and the redos bring both back', async () => {
  const { client } = await slowLibrary()
  const { id } = await client.cases.create({ title: '甲' })
  await client.cases.edit({ id, set: { title: '乙' } })
  await client.cases.edit({ id, set: { title: '丙' } })
  const title = async () => (await client.cases.get({ id })).case.title
  await Promise.all([client.history.undo(), client.history.undo()])
  expect(await title()).toBe('甲')
  await Promise.all([client.history.redo(), client.history.redo()])
  expect(await title()).toBe('丙')
})

test('a change that comes while the snapshot is written does not wait for it, and is in the next start', async () => {
  const { client, ports, app } = await slowLibrary()
  let finish: () => void = () => undefined
  const { write } = ports.snapshot
  let isHeld = true
  ports.snapshot.write = async (snapshot) => {
    if (isHeld) await new Promise<void>((resolve) => { finish = resolve })
    return write(snapshot)
  }
  const { id } = await client.cases.create({ title: '甲' })
  for (let count = 0; count < 500; count++) await client.cases.edit({ id, set: { title: `第${count}版` } })
  await client.cases.edit({ id, set: { title: '写快照时改的' } })
  isHeld = false
  finish()
  await app.close()
  const again = createRouterClient((await createApp(ports)).router, { context: {} }) as Client
  expect((await again.cases.get({ id })).case.title).toBe('写快照时改的')
})
