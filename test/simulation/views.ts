import type { Client } from '#api'

/** What views show of a library, as text for each view: lists in their orders, cases with their sections, tags and passages. */
export async function seenByViews(client: Client): Promise<Record<string, string>> {
  const shown: Record<string, unknown> = {}
  for (const sort of ['title', 'updated', 'region'] as const) shown[`list by ${sort}`] = await client.cases.list({ sort })
  for (const { id } of (await client.cases.list({})).cases) shown[`case ${id}`] = await client.cases.get({ id })
  shown.collections = await client.collections.list()
  shown.themes = await client.coding.themes()
  shown.tags = await client.cases.tags()
  shown.conflicts = (await client.conflicts.list({})).conflicts
  shown['search'] = (await client.search.query({ query: '商会' })).hits
  return Object.fromEntries(Object.entries(shown).map(([view, value]) => [view, JSON.stringify(value)]))
}
