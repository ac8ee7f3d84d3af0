import { Background } from '#core/background'
import { facetList } from '#core/search/facet-list'
import { createSearchEngine, Names, type SearchDocument } from '#core/search/index'
import { suggestionsAt } from '#core/search/suggest/index'
import { indexOf } from '../corpus'
import type { Build } from './engine'

/** Ours, fed as the program feeds it: in slices, with cases that stay the library's own. */
export const buildOurs: Build = async (documents) => {
  const current = documents.slice()
  const engine = createSearchEngine((id) => current[indexOf(id)])
  const start = performance.now()
  await new Background().run(handingOver())
  const feeding = performance.now() - start
  await engine.settled()
  function* handingOver(): Generator<void> {
    for (const document of documents) yield engine.update(document.id, document)
  }
  // What completes a query is no part of the index, whose building and memory are measured.
  let names: Names | null = null
  return {
    feeding,
    search(query, limit) {
      const { hits, total } = engine.query(query, { limit })
      return { indexes: hits.map(({ id }) => indexOf(id)), total }
    },
    suggest(query) {
      names ??= namesOf(documents)
      suggestionsAt({ query, cursor: query.length, recent: [], limit: 8 }, names)
    },
    facets(query) {
      const { total, counts } = engine.facets(query)
      facetList(query, total, counts)
    },
    update(document) {
      current[indexOf(document.id)] = document
      engine.update(document.id, document)
    },
  }
}

function namesOf(documents: SearchDocument[]): Names {
  const names = new Names()
  for (const document of documents) names.update(document.id, document)
  const steps = names.warmUp()
  while (steps.next().done !== true);
  return names
}
