import type { SearchDocument } from '../engine'
import { withAncestors, yearsListed } from '../facets'
import { valuesOf } from '../values'
import { NameTable } from './name-table'

/** What can be completed from the cases of a library. */
export const NAME_KINDS = ['tag', 'region', 'theme', 'modelName', 'title', 'organisation', 'year', 'has'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** The names that a library's cases have, kept case by case, so that a key never reads through them. */
export class Names {
  readonly tables = Object.fromEntries(NAME_KINDS.map((kind) => [kind, new NameTable()])) as Record<NameKind, NameTable>
  private readonly known = new Map<string, [NameKind, string][]>()

  update(id: string, document: SearchDocument | null): void {
    const after = document === null ? [] : namesOf(document)
    for (const [kind, value] of after) this.tables[kind].add(value)
    for (const [kind, value] of this.known.get(id) ?? []) this.tables[kind].remove(value)
    if (document === null) this.known.delete(id)
    else this.known.set(id, after)
  }

  /** Prepares sounds, so that no first key has to. */
  *warmUp(): Generator<void> {
    for (const kind of NAME_KINDS) yield* this.tables[kind].warmUp()
  }
}

function namesOf(document: SearchDocument): [NameKind, string][] {
  const textOf = (wanted: string) => document.fields.find(({ field }) => field === wanted)?.text ?? ''
  const { years, has } = valuesOf(document)
  const values: [NameKind, Iterable<string>][] = [
    ['tag', withAncestors(document.tags)],
    ['region', document.region.split(' ')],
    ['theme', document.themes],
    ['modelName', [textOf('modelName')]],
    ['title', [document.title]],
    ['organisation', [textOf('organisation')]],
    ['year', [...yearsListed(years)].map(String)],
    ['has', has],
  ]
  return values.flatMap(([kind, each]) => [...new Set(each)].filter((value) => value.trim() !== '').map((value): [NameKind, string] => [kind, value]))
}
