import { describe, expect, it } from 'vitest'
import { systemLanguage } from './index'
import { namespaces, resources } from './resources'

type Tree = { [key: string]: string | Tree }

/** Dotted keys with their texts; English's plural forms count as the one key they stand for. */
function flat(tree: Tree, prefix = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] => typeof value === 'string'
    ? [[`${prefix}${key.replace(/_(one|other)$/, '')}`, value]]
    : [...flat(value, `${prefix}${key}.`)])
  return new Map(entries)
}

/** Words that are the same in every language, that are names, or that a query is written with. */
const LATIN_ALLOWED = /English|npm install|Markdown|PowerPoint|HTML|PDF|Word|Excel|QDPX|Esc|Alt|Ctrl|Shift|Enter|GB18030|UTF-?8|Tab|\b[A-Z]{1,5}\b|\.[a-z]+|\b(?:year:|has:[a-z]+)/g

describe.each(['zh-Hant', 'en'] as const)('%s', (language) => {
  it.each(namespaces)('has the same keys and places as zh-Hans in %s', (namespace) => {
    const texts = flat(resources[language][namespace] as Tree)
    const original = flat(resources['zh-Hans'][namespace] as Tree)
    expect([...texts.keys()].sort()).toEqual([...original.keys()].sort())
    const places = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort()
    for (const [key, text] of texts) expect([key, places(text)]).toEqual([key, places(original.get(key)!)])
  })
})

describe.each(['zh-Hans', 'zh-Hant'] as const)('%s', (language) => {
  it('holds no stray English', () => {
    for (const namespace of namespaces) {
      for (const [key, text] of flat(resources[language][namespace] as Tree)) {
        expect([key, text.replace(/\{\{\w+\}\}/g, '').replace(LATIN_ALLOWED, '')]).toEqual([key, expect.not.stringMatching(/[A-Za-z]{2,}/)])
      }
    }
  })
})

it('keeps simplified characters out of the traditional texts', () => {
  const onlySimplified = /[们这为对开关导选择设类标签题页览图书馆员处说话语读写让给经现实时间东车马门问闻]/
  for (const namespace of namespaces) {
    for (const [key, text] of flat(resources['zh-Hant'][namespace] as Tree)) {
      if (key.startsWith('languages.')) continue
      expect([namespace, key, text]).toEqual([namespace, key, expect.not.stringMatching(onlySimplified)])
    }
  }
})

it('takes the interface language from the system', () => {
  expect(systemLanguage(['zh-CN', 'en'])).toBe('zh-Hans')
  expect(systemLanguage(['zh-TW'])).toBe('zh-Hant')
  expect(systemLanguage(['zh-Hant-HK'])).toBe('zh-Hant')
  expect(systemLanguage(['fr', 'en-GB'])).toBe('en')
  expect(systemLanguage(['fr'])).toBe('zh-Hans')
})
