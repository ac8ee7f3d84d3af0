import type { Theme } from '#api'
import type { Texts } from '#api/i18n'

/** The rows the core shows unasked. */
export const DEFAULT_ROWS = ['role:highlight', 'role:features', 'field:region', 'fact:honour', 'fact:practice']

const ROLES = ['highlight', 'features', 'background', 'practice', 'outcome', 'insight', 'other'] as const
const FACTS = ['honour', 'practice', 'amount', 'count', 'year', 'place'] as const
const FIELDS = ['region', 'organisation', 'modelName', 'period', 'tags'] as const

export interface RowGroup {
  kind: 'role' | 'fact' | 'field' | 'theme'
  rows: { id: string; label: string }[]
}

/** Every row that can be shown, in the order of the table. */
export function rowGroups(texts: Texts, themes: readonly Pick<Theme, 'id' | 'name'>[]): RowGroup[] {
  const groups: RowGroup[] = [
    { kind: 'role', rows: ROLES.map((role) => ({ id: `role:${role}`, label: texts.roles[role] })) },
    { kind: 'field', rows: FIELDS.map((field) => ({ id: `field:${field}`, label: texts.fields[field] })) },
    { kind: 'fact', rows: FACTS.map((fact) => ({ id: `fact:${fact}`, label: texts.facts[fact] })) },
    { kind: 'theme', rows: themes.map(({ id, name }) => ({ id: `theme:${id}`, label: name })) },
  ]
  return groups.filter(({ rows }) => rows.length > 0)
}

/** The chosen rows in the order of the groups, whatever order they were ticked in. */
export function inTableOrder(chosen: readonly string[], groups: readonly RowGroup[]): string[] {
  return groups.flatMap(({ rows }) => rows.map(({ id }) => id)).filter((id) => chosen.includes(id))
}

/** A copy of `items` with the one at `from` moved to `to`. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, index) => index !== from)
  return [...rest.slice(0, to), items[from]!, ...rest.slice(to)]
}
