import { equal, failsWith, matches, ok } from '../check'
import { caseWithText, newCase, uniqueWord } from '../fixtures'
import { call, type Calls } from './call'

export const findingCalls: Calls<'collections' | 'history' | 'search'> = {
  'collections.list': [
    call('counts the cases of a list and of a saved query', async (client) => {
      const word = uniqueWord()
      const id = await newCase(client, { title: `组织${word}` })
      const byHand = await client.collections.create({ name: `手选${word}`, caseIds: [id] })
      const saved = await client.collections.create({ name: `查询${word}`, query: word })
      const counts = new Map((await client.collections.list()).map((collection) => [collection.id, collection.count]))
      equal([counts.get(byHand.id), counts.get(saved.id)], [1, 1], 'counts')
    }),
  ],
  'collections.create': [
    call('keeps its order', async (client) => {
      const caseIds = [await newCase(client), await newCase(client)].reverse()
      const { id } = await client.collections.create({ name: '有序', caseIds })
      equal((await client.collections.list()).find((collection) => collection.id === id)?.caseIds, caseIds, 'order')
    }),
  ],
  'collections.rename': [
    call('gives it another name', async (client) => {
      const { id } = await client.collections.create({ name: '旧名' })
      await client.collections.rename({ id, name: '新名' })
      equal((await client.collections.list()).find((collection) => collection.id === id)?.name, '新名', 'name')
    }),
  ],
  'collections.delete': [
    call('takes the list away and leaves its cases', async (client) => {
      const caseId = await newCase(client)
      const { id } = await client.collections.create({ name: '要删的', caseIds: [caseId] })
      await client.collections.delete({ id })
      ok((await client.collections.list()).every((collection) => collection.id !== id), 'gone')
      equal((await client.cases.get({ id: caseId })).collections, [], 'the case is in no list')
    }),
    call('says which list is missing', async (client) => {
      const id = '01890000-0000-7000-8000-000000000001'
      await failsWith(client.collections.delete({ id }), 'COLLECTION_NOT_FOUND', { id })
    }),
  ],
  'collections.update': [
    call('adds and removes', async (client) => {
      const [first, second] = [await newCase(client), await newCase(client)]
      const { id } = await client.collections.create({ name: '变动', caseIds: [first] })
      await client.collections.update({ id, add: [second], remove: [first] })
      equal((await client.collections.list()).find((collection) => collection.id === id)?.caseIds, [second], 'cases')
      equal((await client.cases.get({ id: second })).collections, [{ id, name: '变动' }], 'seen from the case')
    }),
  ],
  'history.undo': [
    call('takes the last change back', async (client) => {
      const id = await newCase(client, { title: '第一版' })
      await client.cases.edit({ id, set: { title: '第二版' } })
      const { name, change } = await client.history.undo()
      equal({ name, caseIds: change.caseIds }, { name: 'case.edit', caseIds: [id] }, 'undone')
      equal((await client.cases.get({ id })).case.title, '第一版', 'title')
    }),
    call('says when there is nothing left', async (client) => {
      while ((await client.library.status()).undo !== null) await client.history.undo()
      await failsWith(client.history.undo(), 'NOTHING_TO_UNDO')
    }),
  ],
  'history.redo': [
    call('does it again, until something else is done', async (client) => {
      const id = await newCase(client, { title: '第一版' })
      await client.cases.edit({ id, set: { title: '第二版' } })
      await client.history.undo()
      await client.history.redo()
      equal((await client.cases.get({ id })).case.title, '第二版', 'title')
      await client.history.undo()
      await client.cases.edit({ id, set: { title: '第三版' } })
      await failsWith(client.history.redo(), 'NOTHING_TO_REDO')
    }),
  ],
  'history.list': [
    call('tells what a change did, newest first', async (client) => {
      const id = await newCase(client, { title: '第一版' })
      const { change } = await client.cases.edit({ id, set: { title: '第二版' } })
      const entries = await client.history.list({ id })
      equal(entries.map(({ name }) => name), ['case.edit', 'case.create'], 'names')
      equal(entries[0]?.commandId, change?.commandId, 'command')
      matches(entries[0]?.changes.find(({ field }) => field === 'title'), { id, old: '第一版', new: '第二版' }, 'the field')
    }),
  ],
  'search.query': [
    call('finds simplified by traditional, at the original characters', async (client) => {
      const word = uniqueWord()
      const text = `${word}的云南模式在各地推开`
      const { id } = await caseWithText(client, text)
      const { total, hits } = await client.search.query({ query: `${word} 雲南模式` })
      equal([total, hits[0]?.id], [1, id], 'the case')
      const match = hits[0]?.matches.find((candidate) => candidate.text === '云南模式')
      ok(match !== undefined, 'the original characters')
      equal(text.slice(match.start, match.end), '云南模式', 'offsets')
    }),
    call('finds nothing where there is nothing', async (client) => {
      matches(await client.search.query({ query: `"${uniqueWord()}"` }), { total: 0, hits: [] }, 'hits')
    }),
    call('refuses a query that is too long', async (client) => {
      await failsWith(client.search.query({ query: '长'.repeat(10_001) }), 'INVALID_INPUT')
    }),
  ],
}
