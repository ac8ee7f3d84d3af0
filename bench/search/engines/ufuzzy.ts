import UFuzzy from '@leeoniya/ufuzzy'
import { fold } from '#core/text/index'
import type { Build } from './engine'

const RANKED = 1000

/** uFuzzy with one wrong, missing, extra or swapped character in each word, letters being those of every script. */
export const buildUFuzzy: Build = async (documents) => {
  const texts = documents.map(({ fields }) => fold(fields.map(({ text }) => text).join('\n')))
  const engine = new UFuzzy({
    unicode: true, interSplit: "[^\\p{L}\\d']+", intraSplit: '\\p{Ll}\\p{Lu}', intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
    intraChars: "[\\p{L}\\d']", intraContr: "'\\p{L}{1,2}\\b", intraMode: 1, intraSub: 1, intraTrn: 1, intraDel: 1, intraIns: 1,
  })
  return {
    search(query, limit) {
      const [found, info, order] = engine.search(texts, fold(query), 1, RANKED)
      const best = info === null || order === null ? found?.slice(0, limit) : order.slice(0, limit).map((place) => info.idx[place]!)
      return { indexes: best ?? [], total: found?.length ?? 0 }
    },
  }
}
