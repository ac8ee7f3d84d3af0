import { createSearchEngine } from '#core/search/index'
import { indexOf } from '../corpus'
import type { Build } from './engine'

/** Ours, fed as the program feeds it: all cases one after the other, which stay the library's own. */
export const buildOurs: Build = async (documents) => {
  const current = documents.slice()
  const engine = createSearchEngine((id) => current[indexOf(id)])
  const start = performance.now()
  for (const document of documents) engine.update(document.id, document)
  const feeding = performance.now() - start
  await engine.settled()
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
