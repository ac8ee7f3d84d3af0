import type { Case, Client, Collection, Section } from '#api'
import type { Chance } from './random'

/** What a user does next; gives whether there was anything to do it to. */
export type Operation = (client: Client, chance: Chance) => Promise<boolean>

const SYLLABLES = ['商会', '党建', '联络', '公益', '人才', '课堂', '基地', '品牌', '议事', '互助', '年会', '园区', '青年', '同乡', '调研']
const TAGS = ['党建', '荣誉', '荣誉/国家级', '荣誉/省级', '公益', '年轻一代']

const words = (chance: Chance): string => Array.from({ length: 1 + chance.below(6) }, () => chance.pick(SYLLABLES)).join('')

async function anyCase(client: Client, chance: Chance): Promise<Case | null> {
  const { cases } = await client.cases.list({ sort: 'updated', limit: 25 })
  const found = chance.pick(cases)
  return found === undefined ? null : (await client.cases.get({ id: found.id })).case
}

function onCase(act: (client: Client, item: Case, chance: Chance) => Promise<unknown>): Operation {
  return async (client, chance) => {
    const item = await anyCase(client, chance)
    if (item === null) return false
    await act(client, item, chance)
    return true
  }
}

function onSections(change: (sections: Section[], chance: Chance) => Section[]): Operation {
  return onCase((client, item, chance) => client.cases.edit({ id: item.id, set: { sections: change(item.sections, chance) } }))
}

function onCollection(act: (client: Client, item: Collection, chance: Chance) => Promise<unknown>): Operation {
  return async (client, chance) => {
    const item = chance.pick(await client.collections.list())
    if (item === undefined) return false
    await act(client, item, chance)
    return true
  }
}

/** Refused where there is nothing to take back, which is no failure. */
function tolerating(code: string, act: (client: Client) => Promise<unknown>): Operation {
  return (client) => act(client).then(() => true, (error: { code?: string }) => {
    if (error.code !== code) throw error
    return false
  })
}

const section = (chance: Chance): Section => ({
  id: chance.uuid(), role: chance.pick(['highlight', 'features', 'practice', 'other'] as const)!, heading: words(chance), text: words(chance),
})

const code: Operation = onCase(async (client, item, chance) => {
  const text = chance.pick(item.sections)?.text ?? ''
  if (text !== '') await client.coding.code({ id: item.id, theme: chance.pick(['联络', '公益事业', '人才培养'])!, quote: text.slice(0, 4) })
})

const uncode: Operation = onCase(async (client, item, chance) => {
  const passage = chance.pick(await client.coding.passages({ id: item.id }))
  const themeId = passage && chance.pick(passage.themeIds)
  if (passage !== undefined && themeId !== undefined) await client.coding.uncode({ passageId: passage.id, themeId })
})

const settle: Operation = async (client, chance) => {
  const { conflicts } = await client.conflicts.list({})
  const conflict = chance.pick(conflicts)
  if (conflict === undefined) return false
  const take = chance.pick([conflict.shown, ...conflict.others])!
  await client.conflicts.settle({ id: conflict.id, field: conflict.field, ...(chance.next() < 0.3 ? {} : { take }) })
  return true
}

const restore: Operation = onCase(async (client, { id }, chance) => {
  const version = chance.pick((await client.history.versions({ id })).filter(({ deleted }) => !deleted))
  if (version !== undefined) await client.history.restore({ id, version: version.commandId })
})

/** Each as often, beside the others, as its number says. */
export const operations: [weight: number, name: string, act: Operation][] = [
  [5, 'create', async (client, chance) => {
    await client.cases.create({ title: words(chance), organisation: words(chance), sections: [section(chance), section(chance)], tags: [chance.pick(TAGS)!] } as never)
    return true
  }],
  [12, 'title', onCase((client, { id }, chance) => client.cases.edit({ id, set: { title: words(chance) } }))],
  [6, 'notes', onCase((client, { id }, chance) => client.cases.edit({ id, set: { notes: words(chance), period: `20${10 + chance.below(9)}` } }))],
  [4, 'region', onCase((client, { id }, chance) => client.cases.edit({ id, set: { region: { province: chance.pick(['云南', '江苏', '四川'])!, city: '' } } }))],
  [4, 'sources', onCase((client, { id }, chance) => client.cases.edit({ id, set: { sources: [{ title: words(chance) }] } }))],
  [14, 'section text', onSections((sections, chance) => {
    const edited = chance.below(sections.length)
    return sections.map((each, index) => (index === edited ? { ...each, text: words(chance) } : each))
  })],
  [6, 'section insert', onSections((sections, chance) => sections.toSpliced(chance.below(sections.length + 1), 0, section(chance)))],
  [4, 'section remove', onSections((sections, chance) => sections.toSpliced(chance.below(sections.length), 1))],
  [5, 'section order', onSections((sections, chance) => chance.shuffled(sections))],
  [8, 'tag', onCase((client, { id }, chance) => client.cases.tag({ ids: [id], add: [chance.pick(TAGS)!] }))],
  [5, 'untag', onCase((client, { id, tags }, chance) => client.cases.tag({ ids: [id], remove: tags.slice(0, 1 + chance.below(2)) }))],
  [1, 'rename tag', async (client, chance) => {
    await client.cases.renameTag({ from: chance.pick(TAGS)!, to: chance.pick(TAGS)! })
    return true
  }],
  [3, 'delete', onCase((client, { id }) => client.cases.delete({ ids: [id] }))],
  [9, 'undo', tolerating('NOTHING_TO_UNDO', (client) => client.history.undo())],
  [5, 'redo', tolerating('NOTHING_TO_REDO', (client) => client.history.redo())],
  [2, 'collection create', async (client, chance) => {
    await client.collections.create({ name: words(chance) })
    return true
  }],
  [2, 'collection rename', onCollection((client, { id }, chance) => client.collections.rename({ id, name: words(chance) }))],
  [6, 'collection add', onCollection(async (client, { id }, chance) => {
    const item = await anyCase(client, chance)
    if (item !== null) await client.collections.update({ id, add: [item.id] })
  })],
  [2, 'collection remove', onCollection((client, { id, caseIds }) => client.collections.update({ id, remove: caseIds.slice(0, 1) }))],
  [1, 'collection delete', onCollection((client, { id }) => client.collections.delete({ id }))],
  [4, 'code', code],
  [2, 'uncode', uncode],
  [2, 'settle', settle],
  [1, 'restore a version', restore],
]
