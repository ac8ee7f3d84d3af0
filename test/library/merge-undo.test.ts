import type { Client } from '#api'
import { describe, expect, test } from 'vitest'
import { memoryClient } from './support'

async function bundleOf(client: Client): Promise<File> {
  const stream = await client.exports.create({ format: 'jingjian' })
  for (;;) {
    const step = await stream.next()
    if (step.done === true) return step.value.file
  }
}

test.each([['theirs', ['mine', 'theirs']], ['mine', ['theirs', 'mine']]])('a merge that kept %s keeps the other value too; its undo leaves neither trace nor conflict', async (kept, writers) => {
  let now = 1_000
  const mine = (await memoryClient({ host: { device: 'device000a' }, now: () => now })).client
  const theirs = (await memoryClient({ host: { device: 'device000b' }, now: () => now })).client
  const { id } = await mine.cases.create({ title: '甲' })
  await theirs.bundles.merge({ file: await bundleOf(mine) })
  for (const writer of writers) {
    now += 1_000
    await (writer === 'mine' ? mine : theirs).cases.edit({ id, set: { title: writer } })
  }
  const merged = await mine.bundles.merge({ file: await bundleOf(theirs) })
  expect(merged.conflicts).toMatchObject([{ id, field: 'title', mine: 'mine', theirs: 'theirs', kept }])
  const { case: shown } = await mine.cases.get({ id })
  expect(shown.title).toBe(kept)
  expect(shown.conflicts).toMatchObject([{ field: 'title', shown: { value: kept }, others: [{ value: kept === 'mine' ? 'theirs' : 'mine' }] }])

  await mine.history.undo()
  expect((await mine.cases.get({ id })).case).toMatchObject({ title: 'mine', conflicts: [] })
})

describe('a merge that was undone', () => {
  async function undone() {
    let now = 1_000
    const tick = () => (now += 1_000)
    const mine = (await memoryClient({ host: { device: 'device000a' }, now: tick })).client
    const theirs = (await memoryClient({ host: { device: 'device000b' }, now: tick })).client
    const { id } = await mine.cases.create({ title: '甲', notes: '旧' })
    await theirs.bundles.merge({ file: await bundleOf(mine) })
    await theirs.cases.edit({ id, set: { title: '同事的题', notes: '同事的备注' } })
    const { id: added } = await theirs.cases.create({ title: '同事的案例' })
    const file = await bundleOf(theirs)
    await mine.bundles.merge({ file })
    await mine.history.undo()
    return { mine, id, added, file }
  }
  test('over a value of one\'s own says that theirs takes its place', async () => {
    let now = 1_000
    const tick = () => (now += 1_000)
    const mine = (await memoryClient({ host: { device: 'device000a' }, now: tick })).client
    const theirs = (await memoryClient({ host: { device: 'device000b' }, now: tick })).client
    const { id } = await mine.cases.create({ title: '旧' })
    await theirs.bundles.merge({ file: await bundleOf(mine) })
    await theirs.cases.edit({ id, set: { title: '同事的题' } })
    await mine.cases.edit({ id, set: { title: '自己的题' } })
    const file = await bundleOf(theirs)
    await mine.bundles.merge({ file })
    await mine.history.undo()
    const told = [{ id, field: 'title', mine: '自己的题', theirs: '同事的题', kept: 'theirs' }]
    expect((await mine.bundles.merge({ file, dryRun: true, again: true })).conflicts).toMatchObject(told)
    expect((await mine.bundles.merge({ file, dryRun: true })).conflicts).toEqual([])
    expect((await mine.bundles.merge({ file, again: true })).conflicts).toMatchObject(told)
  })

  const title = async (client: Client, id: string) => (await client.cases.get({ id })).case.title

  test('is told of when it comes again, and merged again on wish, as one step', async () => {
    const { mine, id, added, file } = await undone()
    expect(await mine.bundles.merge({ file })).toMatchObject({ added: 0, updated: 0, takenBack: 3, change: null })
    expect(await mine.bundles.merge({ file, dryRun: true, again: true })).toMatchObject({ added: 1, updated: 1, takenBack: 3 })
    expect(await title(mine, id)).toBe('甲')
    await mine.bundles.merge({ file, again: true })
    expect([await title(mine, id), await title(mine, added)]).toEqual(['同事的题', '同事的案例'])
    expect(await mine.bundles.merge({ file })).toMatchObject({ takenBack: 0 })

    await mine.history.undo()
    expect(await title(mine, id)).toBe('甲')
    expect(await mine.bundles.merge({ file, dryRun: true })).toMatchObject({ takenBack: 3 })
  })

  test('is not told of once it is redone', async () => {
    const { mine, id, added, file } = await undone()
    await mine.history.redo()
    expect([await title(mine, id), await title(mine, added)]).toEqual(['同事的题', '同事的案例'])
    expect(await mine.bundles.merge({ file })).toMatchObject({ takenBack: 0, change: null })
    await mine.history.undo()
    expect(await mine.bundles.merge({ file, dryRun: true })).toMatchObject({ takenBack: 3 })
  })

  test('does not delete, when it comes again, what it had kept for an edit the deletion did not know of', async () => {
    let now = 1_000
    const tick = () => (now += 1_000)
    const mine = (await memoryClient({ host: { device: 'device000a' }, now: tick })).client
    const theirs = (await memoryClient({ host: { device: 'device000b' }, now: tick })).client
    const { id } = await mine.cases.create({ title: '甲' })
    const { id: untouched } = await mine.cases.create({ title: '乙' })
    await theirs.bundles.merge({ file: await bundleOf(mine) })
    await theirs.cases.delete({ ids: [id, untouched] })
    await mine.cases.edit({ id, set: { notes: '我又补了一段' } })
    const file = await bundleOf(theirs)
    await mine.bundles.merge({ file })
    await mine.history.undo()
    expect((await mine.cases.list({})).total).toBe(2)
    expect(await mine.bundles.merge({ file, again: true })).toMatchObject({ takenBack: 1 })
    expect((await mine.cases.list({})).cases).toMatchObject([{ id }])
  })

  test('is not told of where somebody has written since', async () => {
    const { mine, id, file } = await undone()
    await mine.cases.edit({ id, set: { title: '新题' } })
    expect(await mine.bundles.merge({ file, again: true })).toMatchObject({ takenBack: 2 })
    expect((await mine.cases.get({ id })).case).toMatchObject({ title: '新题', notes: '同事的备注' })
  })

  test('leaves a case deleted that only the merge had brought back, and redo brings it back', async () => {
    let now = 1_000
    const tick = () => (now += 1_000)
    const mine = (await memoryClient({ host: { device: 'device000a' }, now: tick })).client
    const theirs = (await memoryClient({ host: { device: 'device000b' }, now: tick })).client
    const { id } = await mine.cases.create({ title: '甲' })
    await theirs.bundles.merge({ file: await bundleOf(mine) })
    await theirs.cases.edit({ id, set: { title: '续写' } })
    await mine.cases.delete({ ids: [id] })
    await mine.bundles.merge({ file: await bundleOf(theirs) })
    expect((await mine.cases.get({ id })).case.conflicts).toMatchObject([{ field: 'deleted', others: [{ device: 'device000a' }] }])
    await mine.history.undo()
    expect((await mine.cases.list({})).total).toBe(0)
    await mine.history.redo()
    expect(await title(mine, id)).toBe('续写')
  })
})

describe('sections that two people worked on', () => {
  const section = (id: string, text = id) => ({ id, role: 'other' as const, heading: id, text })

  async function pair() {
    let now = 1_000
    const tick = () => (now += 1_000)
    const mine = (await memoryClient({ host: { device: 'device000a' }, now: tick })).client
    const theirs = (await memoryClient({ host: { device: 'device000b' }, now: tick })).client
    const { id } = await mine.cases.create({ title: '甲', sections: ['一', '二', '三'].map((name) => section(name)) })
    await theirs.bundles.merge({ file: await bundleOf(mine) })
    const exchange = async () => {
      await mine.bundles.merge({ file: await bundleOf(theirs) })
      await theirs.bundles.merge({ file: await bundleOf(mine) })
      const [here, there] = [(await mine.cases.get({ id })).case, (await theirs.cases.get({ id })).case]
      expect(there).toEqual(here)
      return here
    }
    const set = (client: Client, sections: ReturnType<typeof section>[]) => client.cases.edit({ id, set: { sections } })
    return { mine, theirs, id, exchange, set }
  }

  test('that both inserted at the same place are both there, in the same order for all', async () => {
    const { mine, theirs, exchange, set } = await pair()
    await set(mine, [section('一'), section('甲加'), section('二'), section('三')])
    await set(theirs, [section('一'), section('乙加'), section('二'), section('三')])
    const { sections, conflicts } = await exchange()
    expect(sections.map(({ id }) => id).sort()).toEqual(['一', '二', '三', '甲加', '乙加'].sort())
    expect(sections[0]!.id).toBe('一')
    expect(sections.slice(-2).map(({ id }) => id)).toEqual(['二', '三'])
    expect(conflicts).toEqual([])
  })

  test('that both reordered are all there once; the other order is one conflict and can be taken', async () => {
    const { mine, theirs, id, exchange, set } = await pair()
    await set(mine, [section('三'), section('一'), section('二')])
    await set(theirs, [section('二'), section('三'), section('一')])
    const { sections, conflicts } = await exchange()
    expect(sections.map((each) => each.id)).toEqual(['二', '三', '一'])
    expect(conflicts).toMatchObject([{ field: 'sections', others: [{ device: 'device000a', value: [{ heading: '三' }, { heading: '一' }, { heading: '二' }] }] }])
    await mine.conflicts.settle({ id, field: 'sections', take: conflicts[0]!.others[0]! })
    expect(await exchange()).toMatchObject({ sections: [{ id: '三' }, { id: '一' }, { id: '二' }], conflicts: [] })
  })

  test('that one took out while the other wrote in it stay, and are told of, until it is decided', async () => {
    const { mine, theirs, id, exchange, set } = await pair()
    await set(mine, [section('一'), section('三')])
    await set(theirs, [section('一'), section('二', '写了很久的一段'), section('三')])
    const { sections, conflicts } = await exchange()
    expect(sections.map(({ text }) => text)).toEqual(['一', '写了很久的一段', '三'])
    expect(conflicts).toMatchObject([{ field: 'sections/二', shown: { value: true }, others: [{ value: false, device: 'device000a' }] }])
    await theirs.conflicts.settle({ id, field: 'sections/二', take: conflicts[0]!.others[0]! })
    expect(await exchange()).toMatchObject({ sections: [{ id: '一' }, { id: '三' }], conflicts: [] })
  })

  test('keep their conflict when another section is edited', async () => {
    const { mine, theirs, exchange, set } = await pair()
    await set(mine, [section('一', '我的'), section('二'), section('三')])
    await set(theirs, [section('一', '他的'), section('二'), section('三')])
    const { sections } = await exchange()
    await set(mine, sections.map((each) => (each.id === '二' ? section('二', '别处') : section(each.id, each.text))))
    expect((await exchange()).conflicts).toMatchObject([{ field: 'sections/一/text' }])
  })
})
