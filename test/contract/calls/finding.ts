import { equal, failsWith, matches, ok } from '../check'
import { caseWithText, newCase, uniqueWord } from '../fixtures'
import { call, type Calls } from './call'

export const findingCalls: Calls<'collections' | 'history' | 'search' | 'trash'> = {
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
    call('refuses a query of which a part can never match', async (client) => {
      await failsWith(client.collections.create({ name: '查询', query: 'year:soon' }), 'QUERY_INVALID', { detail: 'year:soon' })
    }),
    call('keeps a query within a tag on either side of its OR', async (client) => {
      const [tag, word, other] = [uniqueWord(), uniqueWord(), uniqueWord()]
      const id = await newCase(client, { title: `甲${word}` })
      await newCase(client, { title: `乙${word}` })
      await newCase(client, { title: `丙${other}` })
      await client.cases.tag({ ids: [id], add: [tag], remove: [] })
      const made = await client.collections.create({ name: '标签内', query: `${other} OR ${word}`, tag })
      equal((await client.collections.list()).find((collection) => collection.id === made.id)?.count, 1, 'only the tagged one')
      equal((await client.cases.list({ collection: made.id })).cases.map((each) => each.id), [id], 'cases')
    }),
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
    call('gives a saved query other words, and undoes it', async (client) => {
      const [before, after] = [uniqueWord(), uniqueWord()]
      await newCase(client, { title: `组织${after}` })
      const { id } = await client.collections.create({ name: '查询', query: before })
      const counted = async () => (await client.collections.list()).find((collection) => collection.id === id)?.count
      await client.collections.update({ id, query: after })
      equal(await counted(), 1, 'found by the new words')
      await client.history.undo()
      equal(await counted(), 0, 'found by the old words')
    }),
    call('does not turn a list kept by hand into a query', async (client) => {
      const { id } = await client.collections.create({ name: '手选' })
      await failsWith(client.collections.update({ id, query: '云南' }), 'INVALID_INPUT')
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
  'history.versions': [
    call('has one for each change of the case, newest first', async (client) => {
      const id = await newCase(client, { title: '第一版' })
      const { change } = await client.cases.edit({ id, set: { title: '第二版' } })
      await client.history.undo()
      const versions = await client.history.versions({ id })
      equal(versions.map(({ name }) => name), ['undo', 'case.edit', 'case.create'], 'names')
      matches(versions[1], { commandId: change?.commandId, fields: ['title'], own: true, undoes: null, deleted: false }, 'the edit')
      equal(versions[0]?.undoes, { commandId: change!.commandId, name: 'case.edit' }, 'what was undone')
    }),
    call('says which case is missing', async (client) => failsWith(client.history.versions({ id: 'none' }), 'CASE_NOT_FOUND', { id: 'none' })),
  ],
  'history.diff': [
    call('tells what differs, words by words', async (client) => {
      const item = await caseWithText(client, '商会设立党支部。会员踊跃参加。')
      const [created] = await client.history.versions({ id: item.id })
      const sections = [{ ...item.sections[0]!, text: '商会设立党总支。会员踊跃参加。' }]
      await client.cases.edit({ id: item.id, set: { sections, period: '2018' } })
      const diff = await client.history.diff({ id: item.id, from: created!.commandId })
      equal(diff.fields, [{ field: 'period', old: '', new: '2018', pieces: [{ kind: 'added', text: '2018' }] }], 'fields')
      const pieces = diff.sections[0]!.text.pieces
      equal(pieces.filter(({ kind }) => kind !== 'added').map(({ text }) => text).join(''), item.sections[0]!.text, 'old text')
      equal(pieces.at(-1), { kind: 'same', text: '。会员踊跃参加。' }, 'what stayed')
    }),
    call('says which version is missing', async (client) => {
      await failsWith(client.history.diff({ id: await newCase(client), from: 'nothing' }), 'VERSION_NOT_FOUND', { id: 'nothing' })
    }),
  ],
  'history.restore': [
    call('brings a version back, and can be undone', async (client) => {
      const id = await newCase(client, { title: '第一版' })
      const [created] = await client.history.versions({ id })
      await client.cases.edit({ id, set: { title: '第二版', notes: '后来的' } })
      const { change } = await client.history.restore({ id, version: created!.commandId })
      equal(change?.caseIds, [id], 'touched')
      matches((await client.cases.get({ id })).case, { title: '第一版', notes: '' }, 'restored')
      equal((await client.history.restore({ id, version: created!.commandId })).change, null, 'a second time')
      await client.history.undo()
      matches((await client.cases.get({ id })).case, { title: '第二版', notes: '后来的' }, 'undone')
    }),
  ],
  'trash.list': [
    call('holds what was deleted, the latest first', async (client) => {
      const ids = [await newCase(client), await newCase(client, { title: '后删的' })]
      for (const id of ids) await client.cases.delete({ ids: [id] })
      const [latest, before] = await client.trash.list()
      matches(latest, { id: ids[1], title: '后删的', own: true, command: { name: 'case.delete' } }, 'latest')
      equal(before?.id, ids[0], 'before it')
      ok((await client.library.status()).trashed >= 2, 'counted')
    }),
  ],
  'trash.restore': [
    call('brings cases back by one change', async (client) => {
      const ids = [await newCase(client), await newCase(client)]
      await client.cases.delete({ ids })
      const { change } = await client.trash.restore({ ids })
      equal([...change.caseIds].sort(), [...ids].sort(), 'touched')
      equal((await client.cases.get({ id: ids[0]! })).case.id, ids[0], 'back')
      await failsWith(client.trash.restore({ ids }), 'NOT_IN_TRASH', { id: ids[0]! })
    }),
  ],
  'trash.purge': [
    call('destroys a deleted case and nothing else', async (client) => {
      const id = await newCase(client)
      await failsWith(client.trash.purge({ ids: [id] }), 'NOT_IN_TRASH', { id })
      await client.cases.delete({ ids: [id] })
      equal(await client.trash.purge({ ids: [id] }), { purged: 1, finished: true, attachmentsKept: false }, 'purged')
      ok(!(await client.trash.list()).some((item) => item.id === id), 'gone from the trash')
      await failsWith(client.history.versions({ id }), 'CASE_NOT_FOUND', { id })
      equal(await client.library.check(), { ok: true, problems: [] }, 'the library is sound')
    }),
  ],
  'search.facets': [
    call('counts the tags of the cases found, and gives the query that asks for one', async (client) => {
      const word = uniqueWord()
      const id = await newCase(client, { title: `组织${word}` })
      await client.cases.tag({ ids: [id], add: [`标签${word}`] })
      const { total, facets } = await client.search.facets({ query: word })
      const facet = { kind: 'tag' as const, value: `标签${word}`, count: 1, active: false, query: `${word} tag:标签${word}` }
      equal([total, facets.find(({ kind }) => kind === 'tag')], [1, facet], 'counts')
      const { facets: pressed } = await client.search.facets({ query: facet.query })
      equal(pressed.find(({ kind }) => kind === 'tag'), { ...facet, active: true, query: word }, 'pressed')
      const empty = await client.collections.create({ name: `空${word}` })
      equal(await client.search.facets({ query: word, collection: empty.id }), { total: 0, facets: [] }, 'of a collection')
    }),
    call('says which collection is missing', async (client) => {
      const collection = '01890000-0000-7000-8000-000000000001'
      await failsWith(client.search.facets({ query: '', collection }), 'COLLECTION_NOT_FOUND', { id: collection })
    }),
  ],
  'search.suggest': [
    call('offers nothing for what nothing has', async (client) => {
      equal(await client.search.suggest({ query: uniqueWord(), cursor: 4 }), { suggestions: [] }, 'suggestions')
    }),
    call('completes a filter where the cursor is', async (client) => {
      const word = uniqueWord()
      const id = await newCase(client)
      await client.cases.tag({ ids: [id], add: [`${word} 品牌`] })
      const { suggestions } = await client.search.suggest({ query: `tag:${word} 商会`, cursor: 4 + word.length })
      const query = `tag:"${word} 品牌"`
      equal(suggestions, [{ kind: 'tag', text: `${word} 品牌`, ranges: [[0, word.length]], count: 1, query: `${query} 商会`, cursor: query.length }], 'suggestions')
    }),
    call('offers earlier queries, and what can be asked for', async (client) => {
      const { suggestions } = await client.search.suggest({ query: '', cursor: 0, recent: ['云南 模式'], limit: 2 })
      equal(suggestions.map(({ kind, text, query }) => [kind, text, query]), [['recent', '云南 模式', '云南 模式'], ['syntax', 'tag:', 'tag:']], 'suggestions')
    }),
  ],
  'search.related': [
    call('gives the case that shares a practice, and says so', async (client) => {
      const word = uniqueWord()
      const { id } = await caseWithText(client, `商会实行“${word}”制度`)
      const { id: other } = await caseWithText(client, `协会也推行“${word}”制度`)
      const [first] = (await client.search.related({ id, limit: 1 })).cases
      matches(first, { id: other }, 'the case')
      equal(first?.shared[0], { kind: 'practice', text: word }, 'why')
    }),
    call('says which case is missing', async (client) => {
      const id = '01890000-0000-7000-8000-000000000001'
      await failsWith(client.search.related({ id }), 'CASE_NOT_FOUND', { id })
    }),
  ],
  'search.find': [
    call('finds a phrase in one case, in either script', async (client) => {
      const { id } = await caseWithText(client, '各地来取经，称为云南模式')
      const { matches: found, kind } = await client.search.find({ id, text: '雲南模式' })
      equal([found.map(({ text }) => text), kind], [['云南模式'], 'folded'], 'matches')
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
    call('tells where a query matches in one case', async (client) => {
      const word = uniqueWord()
      const [first] = [await newCase(client, { title: `组织${word}` }), await newCase(client, { title: `协会${word}` })]
      const { total, hits } = await client.search.query({ query: word, id: first })
      equal([total, hits[0]?.id, hits[0]?.matches.map(({ field }) => field)], [1, first, ['title']], 'hit')
    }),
    call('finds nothing where there is nothing', async (client) => {
      matches(await client.search.query({ query: `"${uniqueWord()}"` }), { total: 0, hits: [] }, 'hits')
    }),
    call('gives a page of the hits as a list of cases is sorted, within a tag', async (client) => {
      const word = uniqueWord()
      const ids: Record<string, string> = {}
      for (const title of ['中兴', '安宁', '李庄', '北岸']) ids[title] = await newCase(client, { title: `${title}${word}` })
      await client.cases.tag({ ids: [ids['中兴']!, ids['安宁']!, ids['李庄']!], add: [word] })
      const { total, hits } = await client.search.query({ query: word, tag: word, sort: 'title', offset: 1, limit: 1 })
      equal([total, hits.map(({ id }) => id)], [3, [ids['李庄']]], 'page')
    }),
    call('tells of a part that can never match and answers the rest', async (client) => {
      const word = uniqueWord()
      await newCase(client, { title: word })
      const { total, problems } = await client.search.query({ query: `${word} year:soon` })
      equal([total, problems], [1, [{ code: 'YEAR_INVALID', start: word.length + 1, end: word.length + 10, text: 'year:soon' }]], 'answer')
    }),
    call('refuses a query that is too long', async (client) => {
      await failsWith(client.search.query({ query: '长'.repeat(10_001) }), 'INVALID_INPUT')
    }),
  ],
}
