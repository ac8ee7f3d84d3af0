import { describe, expect, test } from 'vitest'
import { memoryClient } from './support'

const section = (role: 'highlight' | 'features', text: string) => ({ id: role, role, heading: '', text })

describe('cases', () => {
  test('a created case is listed and read back as written', async () => {
    const { client } = await memoryClient()
    const { id } = await client.cases.create({ title: '重庆茶业商会', region: { province: '重庆市', city: '' }, sections: [section('highlight', '三级联动')] })
    const { total, cases } = await client.cases.list({})
    expect(total).toBe(1)
    expect(cases[0]).toMatchObject({ id, title: '重庆茶业商会', excerpt: '三级联动' })
    const { case: item } = await client.cases.get({ id })
    expect(item.sections).toEqual([section('highlight', '三级联动')])
    expect(item.conflicts).toEqual([])
  })

  test('an edit, its undo and its redo', async () => {
    const { client } = await memoryClient()
    const { id } = await client.cases.create({ title: '甲', notes: '旧' })
    await client.cases.edit({ id, set: { title: '乙', notes: '新' } })
    expect((await client.library.status()).undo).toEqual({ name: 'case.edit' })
    await client.history.undo()
    expect((await client.cases.get({ id })).case).toMatchObject({ title: '甲', notes: '旧' })
    await client.history.redo()
    expect((await client.cases.get({ id })).case).toMatchObject({ title: '乙', notes: '新' })
    await client.history.undo()
    await client.history.undo()
    expect((await client.cases.list({})).total).toBe(0)
    await expect(client.history.undo()).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO', defined: true })
    await client.history.redo()
    expect((await client.cases.get({ id })).case).toMatchObject({ title: '甲', notes: '旧' })
  })

  test('an edit that changes nothing leaves no trace in the history', async () => {
    const { client } = await memoryClient()
    const { id } = await client.cases.create({ title: '甲' })
    expect((await client.cases.edit({ id, set: { title: '甲' } })).change).toBeNull()
    expect(await client.history.list({})).toHaveLength(1)
  })

  test('removing a section keeps the others, and undo brings it back in its place', async () => {
    const { client } = await memoryClient()
    const sections = [section('highlight', '一'), section('features', '二')]
    const { id } = await client.cases.create({ title: '甲', sections })
    await client.cases.edit({ id, set: { sections: [sections[1]!] } })
    expect((await client.cases.get({ id })).case.sections.map(({ text }) => text)).toEqual(['二'])
    await client.history.undo()
    expect((await client.cases.get({ id })).case.sections.map(({ text }) => text)).toEqual(['一', '二'])
  })

  test('tags are added, removed, renamed and counted with their ancestors', async () => {
    const { client } = await memoryClient()
    const { id } = await client.cases.create({ title: '甲' })
    await client.cases.tag({ ids: [id], add: ['荣誉/国家级', '志愿服务', ' '], remove: [] })
    await client.cases.tag({ ids: [id], add: [], remove: ['志愿服务'] })
    expect(await client.cases.tags()).toEqual([{ tag: '荣誉', count: 1 }, { tag: '荣誉/国家级', count: 1 }])
    await client.cases.renameTag({ from: '荣誉', to: '表彰' })
    expect((await client.cases.get({ id })).case.tags).toEqual(['表彰/国家级'])
  })

  test('a deleted case is gone, and undo brings all of it back', async () => {
    const { client } = await memoryClient()
    const { id } = await client.cases.create({ title: '甲', notes: '记' })
    await client.cases.delete({ ids: [id] })
    await expect(client.cases.get({ id })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND', data: { id } })
    await client.history.undo()
    expect((await client.cases.get({ id })).case.notes).toBe('记')
  })

  test('invalid input is a typed error that names the field, and changes nothing', async () => {
    const { client } = await memoryClient()
    await expect(client.cases.create({ title: '' })).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { detail: expect.stringContaining('title') } })
    expect((await client.cases.list({})).total).toBe(0)
  })

  test('a read-only library refuses changes and still reads', async () => {
    const { client } = await memoryClient({ host: { readOnly: { code: 'READ_ONLY', holder: '' } } })
    await expect(client.cases.create({ title: '甲' })).rejects.toMatchObject({ code: 'READ_ONLY' })
    expect((await client.library.status()).capabilities.write).toBe(false)
    expect((await client.cases.list({})).total).toBe(0)
  })
})
