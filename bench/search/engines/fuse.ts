import Fuse from 'fuse.js'
import { fold } from '#core/text/index'
import { columnsOf, type Columns } from './columns'
import type { Build } from './engine'

/** fuse.js as it finds the most: token search in which all words must match, over folded text with the pinyin of titles. */
export const buildFuse: Build = async (documents) => {
  const fuse = new Fuse<Columns>(documents.map(columnsOf), {
    keys: [{ name: 'title', weight: 3 }, 'names', { name: 'tags', weight: 2 }, 'region', 'text', { name: 'pinyin', weight: 2 }, { name: 'initials', weight: 2 }],
    useTokenSearch: true, tokenMatch: 'all', ignoreLocation: true, threshold: 0.3,
  })
  return {
    search(query, limit) {
      const found = fuse.search(fold(query), { limit })
      return { indexes: found.map(({ refIndex }) => refIndex), total: found.length }
    },
  }
}
