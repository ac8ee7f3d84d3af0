import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { hashOf, WordPairs } from '#core/text/word-pairs'

it('pairs that stand together in newspapers are likelier than others, and rare ones are not known', async () => {
  const pairs = new WordPairs(await readFile('resources/word-pairs.txt', 'utf8'))
  const behind = (first: string, second: string) => pairs.following(hashOf(first), hashOf(second))
  expect(behind('十', '周年')).toBeGreaterThan(-5)
  expect(behind('两', '个')).toBeGreaterThan(-3)
  expect(behind('周年', '祠堂')).toBeNaN()
  expect(pairs.backOff(hashOf('的'))).toBeLessThanOrEqual(0)
})

it('a text of another form is refused', () => {
  expect(() => new WordPairs('of no form')).toThrow('word-pairs.txt')
})
