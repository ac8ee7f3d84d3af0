import { AppError, type Case, type Selection } from '#api'
import type { AppContext } from '../context'
import { collectionCaseIds } from '../library'
import { comparePinyin } from '../text'

/**
 * The cases a selection means: those named, in that order; a collection's, in its order; else by title.
 * @param carriesDeletions a whole library of which every case was deleted still says so, and is none with no cases.
 * @throws AppError NOTHING_SELECTED where it means none, CASE_NOT_FOUND, COLLECTION_NOT_FOUND, QUERY_INVALID.
 */
export async function selectCases(context: AppContext, selection: Selection, carriesDeletions = false): Promise<Case[]> {
  if (selection.query !== undefined || selection.collection !== undefined) await context.searchReady()
  const found = casesOf(context, selection)
  const holdsDeletions = carriesDeletions && isEverything(selection) && context.library.lastSeq > 0
  if (found.length === 0 && !holdsDeletions) throw new AppError('NOTHING_SELECTED')
  return found
}

/** Whether the selection is the whole library, with everything that is in it. */
export function isEverything(selection: Selection): boolean {
  return selection.cases === undefined && selection.query === undefined && selection.collection === undefined
}

function casesOf(context: AppContext, { cases, query, collection }: Selection): Case[] {
  if (cases !== undefined) return [...new Set(cases)].map((id) => context.cases.get(id))
  if (query !== undefined) {
    const matching = context.search.matching(query)
    return byTitle([...context.cases.all()].filter(({ id }) => matching.has(id)))
  }
  if (collection !== undefined) return [...collectionCaseIds(context, collection)].map((id) => context.cases.get(id))
  return byTitle([...context.cases.all()])
}

function byTitle(cases: Case[]): Case[] {
  return cases.sort((a, b) => comparePinyin(a.title, b.title) || (a.id < b.id ? -1 : 1))
}
