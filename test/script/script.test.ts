import * as fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { scriptConverter } from '../../src/core/script'
import { addCase, code, exported, openClient } from '../export/support'

const traditional = await scriptConverter('traditional')
const simplified = await scriptConverter('simplified')

describe('the other script', () => {
  test.each([
    ['干部在发展党员后面，头发干燥', '幹部在發展黨員後面，頭髮乾燥'],
    ['里程碑、公里、心里', '里程碑、公里、心裡'],
    ['云南“五同等”', '雲南“五同等”'],
  ])('%s', (written, shown) => expect(traditional(written)).toBe(shown))

  test('a text that is in it already is left alone, though some of its characters could be more', () => {
    const text = '皇后鎮商會的幹部說：里長在后里。'
    expect(traditional(text)).toBe(text)
    expect(simplified('著名干部，著作头发')).toBe('著名干部，著作头发')
  })

  test('every offset holds, whatever the text', () => {
    const text = fc.string({ unit: fc.oneof(fc.integer({ min: 0x4e00, max: 0x9fff }).map((point) => String.fromCodePoint(point)), fc.constantFrom('𠮷', 'a', '，', '\n', '\ud840')) })
    fc.assert(fc.property(text, (written) => {
      for (const convert of [traditional, simplified]) {
        const shown = convert(written)
        expect(shown.length).toBe(written.length)
        for (let index = 0; index < written.length; index++) {
          if (!/[\p{Script=Han}\ud800-\udfff]/u.test(written[index]!)) expect(shown[index]).toBe(written[index])
        }
      }
    }), { numRuns: 2000 })
  })
})

describe('handing over', () => {
  test('Markdown and slides come in the script asked for, and the library keeps its own', async () => {
    const client = await openClient()
    const id = await addCase(client, { title: '云岭商会', highlight: '党员干部联络员', tags: ['组织'] })
    const markdown = strFromU8((await exported(client, { format: 'md', script: 'traditional', language: 'zh-Hant' })).bytes)
    expect(markdown).toContain('雲嶺商會')
    expect(markdown).toContain('黨員幹部聯絡員')
    expect(markdown).toContain(id)
    const slides = unzipSync((await exported(client, { format: 'pptx', script: 'traditional', language: 'zh-Hant' })).bytes)
    const text = Object.entries(slides).filter(([name]) => /slides\/slide\d+\.xml$/u.test(name)).map(([, bytes]) => strFromU8(bytes)).join('')
    expect(text).toContain('雲嶺商會')
    expect(text).not.toContain('云岭')
    expect((await client.cases.get({ id })).case.title).toBe('云岭商会')
  })

  test('a format that keeps the stored text says that it does not convert', async () => {
    const client = await openClient()
    await addCase(client, { title: '云岭商会' })
    const attempt = exported(client, { format: 'jingjian', script: 'traditional' })
    expect(await code(attempt)).toBe('SCRIPT_FIXED')
  })
})
