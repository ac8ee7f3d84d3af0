import { expect, test } from 'vitest'
import { memoryClient } from './support'

test('search sees what was written before it was first asked, and every change after', async () => {
  const { client } = await memoryClient()
  const first = await client.cases.create({ title: '甲', notes: '联席会议' })
  await client.cases.edit({ id: first.id, set: { notes: '轮值会长' } })
  const found = async (query: string) => (await client.search.query({ query })).hits.map(({ id }) => id)
  expect(await found('联席会议')).toEqual([])
  expect(await found('轮值会长')).toEqual([first.id])

  const second = await client.cases.create({ title: '乙', notes: '轮值会长' })
  expect((await found('轮值会长')).sort()).toEqual([first.id, second.id].sort())
  await client.coding.code({ id: second.id, theme: '治理', quote: '轮值会长' })
  expect(await found('theme:治理')).toEqual([second.id])
  await client.cases.delete({ ids: [second.id] })
  expect(await found('轮值会长')).toEqual([first.id])
  await client.history.undo()
  expect(await found('theme:治理')).toEqual([second.id])
})
