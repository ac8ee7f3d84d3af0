import { beforeEach, expect, it } from 'vitest'
import type { Client } from '../../src/api'
import { memoryClient } from '../library/support'

let client: Client
let id: string
const TEXT = '实行“五同步”管理机制，募集120万元，被评为“先进商会”。'
const section = (text: string) => [{ id: 's1', role: 'features' as const, heading: '特色', text }]
const named = async () => (await client.cases.get({ id })).facts.map(({ kind, key }) => `${kind} ${key}`)

beforeEach(async () => {
  client = (await memoryClient()).client
  id = (await client.cases.create({ title: '一个案例', sections: section(TEXT) })).id
})

it('a rejected fact does not come back when the text around it is edited', async () => {
  await client.facts.correct({ id, fact: { kind: 'amount', key: '120万元' }, kind: null })
  await client.cases.edit({ id, set: { sections: section(`近来，${TEXT}又有120万元到账。`) } })
  expect(await named()).toEqual(['honour 先进商会', 'practice 五同步'])
})

it('a fact of another kind follows its words, and is shown as lost where they are gone', async () => {
  await client.facts.correct({ id, fact: { kind: 'practice', key: '五同步' }, kind: 'honour' })
  await client.cases.edit({ id, set: { sections: section(`后来他们${TEXT}`) } })
  const moved = (await client.cases.get({ id })).facts.find(({ key }) => key === '五同步')
  expect(moved).toMatchObject({ kind: 'honour', start: TEXT.indexOf('五') + 4 })
  expect(moved?.lost).toBeUndefined()
  await client.cases.edit({ id, set: { sections: section('完全另写的一段，没有那些话。') } })
  expect((await client.cases.get({ id })).facts).toMatchObject([{ kind: 'honour', key: '五同步', lost: true }])
})

it('corrections are undone and stand in the history of the case', async () => {
  await client.facts.correct({ id, fact: { kind: 'amount', key: '120万元' }, kind: null })
  expect((await client.history.list({ id }))[0]).toMatchObject({ name: 'fact.reject', caseIds: [id] })
  await client.history.undo()
  expect(await named()).toContain('amount 120万元')
})

it('a fact that a person added is gone when it is rejected, and finds the case until then', async () => {
  await client.facts.add({ id, kind: 'organisation', quote: '管理机制' })
  expect((await client.cases.list({ query: 'fact:管理机制' })).total).toBe(1)
  await client.facts.correct({ id, fact: { kind: 'organisation', key: '管理机制' }, kind: null })
  const { facts, rejectedFacts } = await client.cases.get({ id })
  expect([facts.map(({ key }) => key).includes('管理机制'), rejectedFacts]).toEqual([false, []])
  expect((await client.cases.list({ query: 'fact:管理机制' })).total).toBe(0)
})

it('fact: wants a figure to be equal, and finds a name by its part in either script', async () => {
  await client.cases.create({ title: '另一个', sections: section('募集1120万元。') })
  expect((await client.cases.list({ query: 'fact:120万元' })).total).toBe(1)
  expect((await client.cases.list({ query: 'fact:先進' })).total).toBe(1)
  expect((await client.cases.list({ query: '-fact:120万元' })).total).toBe(1)
})

it('a comparison has the corrected facts', async () => {
  const other = await client.cases.create({ title: '另一个', sections: section('没有。') })
  await client.facts.correct({ id, fact: { kind: 'practice', key: '五同步' }, kind: 'organisation' })
  const { rows } = await client.matrix.compare({ ids: [id, other.id], rows: ['fact:organisation', 'fact:practice'] })
  expect(rows.map(({ cells }) => cells[0]!.summary)).toEqual(['五同步', ''])
})
