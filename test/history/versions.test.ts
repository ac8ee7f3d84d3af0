import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { VERSION_EARLIEST, VERSION_NONE, VERSION_NOW, type Client, type Section } from '#api'
import { openLibrary, type OpenLibrary } from '#node/index'
import { quickFolder, useOwnConfiguration } from '../node/support/folders'

beforeAll(() => void useOwnConfiguration())

const open = (directory = path.join(quickFolder(), 'library')): Promise<OpenLibrary> => openLibrary({ directory, create: 'ifMissing', nativeDialogs: false })

const section = (id: string, text: string, heading = ''): Section => ({ id, role: 'highlight', heading, text })

/** A case with a version for each of: creation, two edits, tags, deletion and return. Ids of the commands, oldest first. */
async function caseWithVersions(client: Client): Promise<{ id: string; versions: string[] }> {
  const { id } = await client.cases.create({ title: '第一题', sections: [section('a', '甲段。'), section('b', '乙段。'), section('c', '丙段。')] })
  await client.cases.edit({ id, set: { title: '第二题', sections: [section('b', '乙段。'), section('a', '甲段。'), section('d', '丁段。')] } })
  await client.cases.edit({ id, set: { region: { province: '云南', city: '大理' }, sources: [{ title: '商会志' }], notes: '备注' } })
  await client.cases.tag({ ids: [id], add: ['党建'] })
  await client.cases.delete({ ids: [id] })
  await client.trash.restore({ ids: [id] })
  return { id, versions: (await client.history.versions({ id })).map(({ commandId }) => commandId).reverse() }
}

describe('the versions of a case', () => {
  test('differ from each other by what was changed between them, in either direction', async () => {
    const library = await open()
    const { client } = library
    const { id, versions } = await caseWithVersions(client)
    const [created, edited, more, tagged, deleted] = versions as [string, string, string, string, string]

    const first = await client.history.diff({ id, from: created, to: edited })
    expect(first.fields.map(({ field, old, new: next }) => [field, old, next])).toEqual([['title', '第一题', '第二题']])
    expect(first.sections.map(({ id: name, state, position }) => [name, state, position])).toEqual([
      ['a', 'moved', { old: 1, new: 2 }], ['c', 'removed', { old: 3, new: null }], ['d', 'added', { old: null, new: 3 }],
    ])

    const whole = await client.history.diff({ id, from: created, to: tagged })
    expect(whole).toMatchObject({ tags: { added: ['党建'], removed: [] }, sources: { added: [{ title: '商会志' }], removed: [] }, others: [] })
    expect(whole.fields.map(({ field }) => field)).toEqual(['title', 'region', 'notes'])
    const back = await client.history.diff({ id, from: tagged, to: created })
    expect(back.tags).toEqual({ added: [], removed: ['党建'] })
    expect(back.fields.map(({ field, new: next }) => [field, next])).toEqual([['title', '第一题'], ['region', ''], ['notes', '']])

    expect((await client.history.diff({ id, from: tagged, to: deleted })).deleted).toEqual({ old: false, new: true })
    expect(await client.history.diff({ id, from: tagged })).toMatchObject({ to: VERSION_NOW, fields: [], sections: [], deleted: { old: false, new: false } })
    const all = await client.history.diff({ id, from: VERSION_NONE, to: more })
    expect(all.sections.every(({ state }) => state === 'added')).toBe(true)
    await library.close()
  })

  test('are the same after a restart, and in a library whose journal was lost begin with what is known', async () => {
    const directory = path.join(quickFolder(), 'library')
    const library = await open(directory)
    const { id, versions } = await caseWithVersions(library.client)
    await library.close()
    const reopened = await open(directory)
    expect((await reopened.client.history.versions({ id })).map(({ commandId }) => commandId).reverse()).toEqual(versions)
    await reopened.close()

    for (const name of readdirSync(path.join(directory, 'journal'))) rmSync(path.join(directory, 'journal', name))
    const { client, close } = await open(directory)
    await client.cases.edit({ id, set: { title: '第三题' } })
    const known = await client.history.versions({ id })
    expect(known.map(({ name }) => name)).toEqual(['case.edit', 'history.earliest'])
    const diff = await client.history.diff({ id, from: VERSION_EARLIEST })
    expect(diff.fields.map(({ old, new: next }) => [old, next])).toEqual([['第二题', '第三题']])
    expect(diff.sections).toEqual([])
    await client.history.restore({ id, version: VERSION_EARLIEST })
    expect((await client.cases.get({ id })).case).toMatchObject({ title: '第二题', notes: '备注', tags: ['党建'] })
    await close()
  })

  test('can each be restored by one command that can be undone', async () => {
    const library = await open()
    const { client } = library
    const { id, versions } = await caseWithVersions(client)
    const before = (await client.cases.get({ id })).case
    await client.history.restore({ id, version: versions[0]! })
    const restored = (await client.cases.get({ id })).case
    expect(restored).toMatchObject({ title: '第一题', notes: '', tags: [], sources: [], region: { province: '', city: '' } })
    expect(restored.sections.map(({ id: name }) => name)).toEqual(['a', 'b', 'c'])
    expect((await client.history.versions({ id }))[0]).toMatchObject({ name: 'case.restore' })
    await client.history.undo()
    expect((await client.cases.get({ id })).case).toMatchObject({ title: before.title, notes: '备注', tags: ['党建'], sections: before.sections })
    expect((await client.history.versions({ id }))[0]).toMatchObject({ name: 'undo', undoes: { name: 'case.restore' } })
    await library.close()
  })

  test('bring a deleted case back when one is restored', async () => {
    const library = await open()
    const { client } = library
    const { id, versions } = await caseWithVersions(client)
    await client.cases.delete({ ids: [id] })
    await client.history.restore({ id, version: versions[1]! })
    expect((await client.cases.get({ id })).case.title).toBe('第二题')
    await client.history.undo()
    expect((await client.trash.list()).map((item) => item.id)).toEqual([id])
    await library.close()
  })
})
