import { fold } from '#core/text/index'
import type { Build } from './engine'

/** What anybody writes in five lines: the folded text, read through; words are AND. Nothing but the exact is found. */
export const buildScan: Build = async (documents) => {
  const texts = documents.map(({ fields }) => fold(fields.map(({ text }) => text).join('\n')))
  return {
    search(query, limit) {
      const words = fold(query).split(' ')
      const found: number[] = []
      texts.forEach((text, index) => {
        if (words.every((word) => text.includes(word))) found.push(index)
      })
      return { indexes: found.slice(0, limit), total: found.length }
    },
  }
}
