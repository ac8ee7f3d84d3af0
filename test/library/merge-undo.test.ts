import type { Client } from '#api'
import { expect, test } from 'vitest'
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
