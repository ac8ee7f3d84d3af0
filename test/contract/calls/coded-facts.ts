import type { Fact } from '#api'
import { equal, failsWith, matches, ok } from '../check'
import { caseWithText, newCase, uniqueWord } from '../fixtures'
import { call, type Calls } from './call'

/** Without those of the title. */
const inText = (facts: Fact[]): Fact[] => facts.filter(({ field }) => field === 'sections/first')

export const factCalls: Calls<'facts' | 'suggestions'> = {
  'facts.add': [
    call('says that words are a fact, and finds the case by it', async (client) => {
      const name = uniqueWord()
      const { id } = await caseWithText(client, `社员把它叫作${name}之约，每月一次。`)
      const { correctionId } = await client.facts.add({ id, kind: 'practice', quote: `${name}之约` })
      const { facts } = await client.cases.get({ id })
      matches(facts.find((fact) => fact.correctionId === correctionId), { kind: 'practice', text: `${name}之约`, field: 'sections/first', start: 6 }, 'fact')
      equal((await client.cases.list({ query: `fact:${name}之约` })).cases.map((each) => each.id), [id], 'found by it')
    }),
    call('says when the words are not there', async (client) => {
      const { id } = await caseWithText(client, '全文只有这一句。')
      await failsWith(client.facts.add({ id, kind: 'honour', quote: '另外一句' }), 'QUOTE_NOT_FOUND')
    }),
  ],
  'facts.correct': [
    call('gives another kind, and takes out', async (client) => {
      const { id } = await caseWithText(client, '实行“五同步”管理机制，募集120万元。')
      await client.facts.correct({ id, fact: { kind: 'practice', key: '五同步' }, kind: 'honour' })
      await client.facts.correct({ id, fact: { kind: 'amount', key: '120万元' }, kind: null })
      const { facts, rejectedFacts } = await client.cases.get({ id })
      equal(inText(facts).map(({ kind, key }) => [kind, key]), [['honour', '五同步']], 'facts')
      equal(rejectedFacts.map(({ kind, key }) => [kind, key]), [['amount', '120万元']], 'rejected')
    }),
    call('says when there is no such fact', async (client) => {
      await failsWith(client.facts.correct({ id: await newCase(client), fact: { kind: 'honour', key: '没有' }, kind: null }), 'FACT_NOT_FOUND')
    }),
  ],
  'facts.restore': [
    call('lets what the text says stand again', async (client) => {
      const { id } = await caseWithText(client, '募集120万元。')
      await client.facts.correct({ id, fact: { kind: 'amount', key: '120万元' }, kind: null })
      const [rejected] = (await client.cases.get({ id })).rejectedFacts
      await client.facts.restore({ correctionId: rejected!.correctionId! })
      const { facts, rejectedFacts } = await client.cases.get({ id })
      equal([inText(facts).map(({ key }) => key), rejectedFacts], [['120万元'], []], 'facts')
      await failsWith(client.facts.restore({ correctionId: rejected!.correctionId! }), 'FACT_NOT_FOUND')
    }),
  ],
  'suggestions.forCase': [
    call('offers tags and themes without giving them', async (client) => {
      const theme = `主题${uniqueWord()}`
      const { id } = await caseWithText(client, '开展“晨读夜谈”活动，设立互助基金。')
      const other = await caseWithText(client, '晨读')
      await client.coding.code({ id: other.id, theme, quote: '晨读' })
      const { tags } = await client.suggestions.forCase({ id })
      matches(tags.find(({ tag }) => tag === '晨读夜谈'), { reason: 'quoted', count: 1 }, 'tag')
      equal((await client.cases.get({ id })).case.tags, [], 'nothing given')
    }),
  ],
  'suggestions.forText': [
    call('offers tags for a text that is no case', async (client) => {
      const { tags } = await client.suggestions.forText({ texts: ['開展「晨讀夜談」活動。'] })
      matches(tags.find(({ tag }) => tag === '晨讀夜談'), { reason: 'quoted' }, 'tag')
      equal((await client.suggestions.forText({ texts: ['開展「晨讀夜談」活動。'], tags: ['晨读夜谈'] })).tags.map(({ tag }) => tag).includes('晨讀夜談'), false, 'what it has')
    }),
  ],
  'suggestions.words': [
    call('has the words of the dictionary', async (client) => {
      const word = `词${uniqueWord()}`
      await client.suggestions.setWords({ add: [word] })
      ok((await client.suggestions.words()).includes(word), 'word')
    }),
  ],
  'suggestions.setWords': [
    call('adds words that suggestions then look for, and takes them out', async (client) => {
      const word = `词${uniqueWord()}`
      await client.suggestions.setWords({ add: [word] })
      const texts = [`他们常说${word}。`]
      matches((await client.suggestions.forText({ texts })).tags[0], { tag: word, reason: 'dictionary' }, 'offered')
      const { words } = await client.suggestions.setWords({ remove: [word] })
      equal(words.includes(word), false, 'taken out')
    }),
  ],
}
