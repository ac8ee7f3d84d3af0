import { describe, expect, test } from 'vitest'
import { createApp } from '#core/app'
import { HybridClock } from '#core/library/clock'
import { memoryPorts } from '#core/memory'
import { createRouterClient } from '@orpc/server'
import type { Client } from '#api'
import { memoryClient } from './support'

describe('the library across restarts', () => {
  test('what was written, and what can be undone, is there after a start from snapshot and journal', async () => {
    const ports = memoryPorts()
    const open = async () => {
      const app = await createApp(ports)
      return { app, client: createRouterClient(app.router, { context: {} }) as Client }
    }
    const first = await open()
    const { id } = await first.client.cases.create({ title: '甲' })
    await first.client.cases.edit({ id, set: { title: '乙' } })
    await first.app.close()
    await first.client.cases.edit({ id, set: { title: '丙' } })

    const second = await open()
    expect((await second.client.cases.get({ id })).case.title).toBe('丙')
    await second.client.history.undo()
    await second.client.history.undo()
    expect((await second.client.cases.get({ id })).case.title).toBe('甲')
    const third = await open()
    await third.client.history.redo()
    expect((await third.client.cases.get({ id })).case.title).toBe('乙')
  })

  test('a snapshot of a newer schema is refused', async () => {
    const ports = memoryPorts({ snapshot: { schema: 99, libraryId: 'x', seq: 0, time: '', heads: [], records: [] } })
    await expect(createApp(ports)).rejects.toMatchObject({ code: 'LIBRARY_NEWER' })
  })

  test('a command the disk refuses changes nothing in memory, and the next one works', async () => {
    const ports = memoryPorts()
    let full = true
    const { append } = ports.journal
    ports.journal.append = async (command) => {
      if (full) throw Object.assign(new Error('no space'), { code: 'DISK_FULL' })
      return append(command)
    }
    ports.log.error = () => undefined
    const client = createRouterClient((await createApp(ports)).router, { context: {} }) as Client
    await expect(client.cases.create({ title: '甲' })).rejects.toThrow()
    expect((await client.cases.list({})).total).toBe(0)
    full = false
    await client.cases.create({ title: '乙' })
    expect((await client.cases.list({})).cases.map(({ title }) => title)).toEqual(['乙'])
  })

  test('times only move forward when the system clock jumps back', () => {
    let now = 2_000
    const clock = new HybridClock({ now: () => now })
    const before = clock.next()
    now = 5
    const after = clock.next()
    expect(after > before).toBe(true)
    const restarted = new HybridClock({ now: () => 1 })
    restarted.advancePast(after)
    expect(restarted.next() > after).toBe(true)
  })
})

describe('history', () => {
  test('lists commands newest first, and for one case only what was done to it', async () => {
    const { client } = await memoryClient()
    const { id } = await client.cases.create({ title: '甲' })
    await client.cases.create({ title: '乙' })
    await client.cases.edit({ id, set: { notes: '记' } })
    expect((await client.history.list({})).map(({ name }) => name)).toEqual(['case.edit', 'case.create', 'case.create'])
    const own = await client.history.list({ id })
    expect(own.map(({ name }) => name)).toEqual(['case.edit', 'case.create'])
    expect(own[0]!.changes).toEqual([{ id, kind: 'case', field: 'notes', old: null, new: '记' }])
  })
})

describe('collections', () => {
  test('a list by hand keeps its order; a saved query stays current; a deleted case leaves the list', async () => {
    const { client } = await memoryClient()
    const a = await client.cases.create({ title: '甲商会' })
    const b = await client.cases.create({ title: '乙商会' })
    const byHand = await client.collections.create({ name: '选读', caseIds: [b.id, a.id] })
    await client.collections.create({ name: '全部商会', query: '商会' })
    await client.cases.create({ title: '丙商会' })
    const counts = async () => Object.fromEntries((await client.collections.list()).map(({ name, count }) => [name, count]))
    expect(await counts()).toEqual({ 选读: 2, 全部商会: 3 })
    expect((await client.collections.list()).find(({ id }) => id === byHand.id)!.caseIds).toEqual([b.id, a.id])
    await client.cases.delete({ ids: [a.id] })
    expect(await counts()).toEqual({ 选读: 1, 全部商会: 2 })
    await client.collections.update({ id: byHand.id, add: [], remove: [b.id] })
    expect((await client.cases.list({ collection: byHand.id })).total).toBe(0)
  })
})

describe('backups', () => {
  test('restoring brings back what was deleted and edited, takes away what came since, and can be undone', async () => {
    const { client } = await memoryClient()
    const a = await client.cases.create({ title: '甲', notes: '原' })
    const b = await client.cases.create({ title: '乙' })
    const { name } = await client.backups.create()
    await client.cases.edit({ id: a.id, set: { notes: '改', period: '2015' } })
    await client.cases.delete({ ids: [b.id] })
    await client.cases.create({ title: '丙' })
    await client.backups.restore({ name })
    expect((await client.cases.list({})).cases.map(({ title }) => title).sort()).toEqual(['乙', '甲'])
    expect((await client.cases.get({ id: a.id })).case).toMatchObject({ notes: '原', period: '' })
    await client.history.undo()
    expect((await client.cases.list({})).cases.map(({ title }) => title).sort()).toEqual(['丙', '甲'])
    expect((await client.cases.get({ id: a.id })).case).toMatchObject({ notes: '改', period: '2015' })
  })
})
