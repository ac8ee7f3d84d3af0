import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode'
import { readMarkdown } from './formats/markdown'
import { propose } from './propose'
import { splitText } from './split'
import { HEADINGS, PARAGRAPHS, templates, WHOLE } from './templates'

const ways = [undefined, WHOLE, PARAGRAPHS, HEADINGS, ...templates.map(({ id }) => id)]

const part = fc.constantFrom(
  '看点：', '特色:', '看點', '**做法**：', '背景\n', '# ', '## 二\n', '一、茶园\n', '\n', '\n\n', '\r\n', ' ', '。', '商会', '厦门', '莆田籍', '2015年',
  '“暖灶模式”', '茶', '\ud800', '\0', '\u2028', '---\n', '<!-- next case -->\n', '<!-- role: practice -->\n', '(',
)
const messy = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(''))

describe('splitting', () => {
  it('leaves nothing out: the cases lie one after the other and cover the text, their parts within them', () => {
    fc.assert(fc.property(messy, fc.constantFrom(...ways), (text, way) => {
      const { cases } = splitText(text, way)
      expect(cases.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
      for (const { start, end, title, sections } of cases) {
        for (const range of [...sections, ...(title === null ? [] : [title])]) {
          expect(range.start).toBeGreaterThanOrEqual(start)
          expect(range.end).toBeLessThanOrEqual(end)
          expect(range.end).toBeGreaterThanOrEqual(range.start)
        }
      }
    }), { examples: [['一、茶园\n背景\n背景\n', undefined]] })
  })

  it('offers other ways with the number of cases they give', () => {
    fc.assert(fc.property(messy, (text) => {
      for (const { templateId, cases } of splitText(text, undefined).others) expect(splitText(text, templateId).cases).toHaveLength(cases)
    }))
  })
})

describe('Markdown with front matter', () => {
  it('covers the text too', () => {
    fc.assert(fc.property(messy, (body) => {
      const text = `---\ntitle: 一\n---\n${body}`
      const { cases, text: read } = readMarkdown(new TextEncoder().encode(text.replaceAll('\0', '')), 'a.md') as Awaited<ReturnType<typeof readMarkdown>>
      expect(cases!.map(({ range }) => read.slice(range.start, range.end)).join('')).toBe(read)
    }))
  })
})

it('decodes whatever bytes come, or says that they are no text', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (bytes) => {
    try {
      expect(decodeText(Uint8Array.from(bytes), 'a.txt').text).not.toBe('')
    } catch (error) {
      expect(['FILE_BINARY', 'FILE_EMPTY']).toContain((error as { code?: string }).code)
    }
  }))
})

it('proposes a title for any text that says something', () => {
  fc.assert(fc.property(messy, (text) => {
    const { title } = propose(text, text)
    expect(title.length).toBeLessThan(60)
    expect(propose(`${text}茶`, '').title).not.toBe('')
  }))
})

it('takes lines of a megabyte, without stalling on any of them', { timeout: 60_000 }, () => {
  for (const unit of ['茶', ' ', '\n', '\r\n', '。', '看点：', '看点：\n', '# ', '#', '*', '(', '“', '厦门商会', '莆田籍', '2015年', '\ud800', '\0', '1、', '---\n']) {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
    const { cases } = splitText(`${text}x`, undefined)
    expect(cases.at(-1)!.end).toBe(text.length + 1)
    expect(propose(text, text).title.length).toBeLessThan(60)
    if (unit !== '\0') expect(readMarkdown(new TextEncoder().encode(`---\n---\n${text}x`), 'a.md')).toMatchObject({ isMarkdown: true })
  }
})
