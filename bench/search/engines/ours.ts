import { Background } from '#core/background'
import { createSearchEngine } from '#core/search/index'
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
  return {
    feeding,
    search(query, limit) {
      const { hits, total } = engine.query(query, { limit })
      return { indexes: hits.map(({ id }) => indexOf(id)), total }
    },
    update(document) {
      current[indexOf(document.id)] = document
      engine.update(document.id, document)
    },
  }
}
