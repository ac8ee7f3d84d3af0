import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorOf, resolve } from '../../src/core/coding'
import { caseOf } from './support'

const body = '商会党委设立联络处，每月开展交流。会员企业抱团经营，党员带头捐款捐物。'
  + '青年企业家俱乐部组织培训，志愿服务队走访困难家庭。商会党委还为会员提供政策咨询，帮助企业转型升级。'

describe('a quotation is anchored', () => {
  it('where it first stands, with what surrounds it', () => {
    expect(anchorOf(caseOf(body), '联络处')).toMatchObject({ field: 'sections/s1', start: 6, end: 9, exact: '联络处', prefix: '商会党委设立' })
  })

  it('in another script or width, on the original characters', () => {
    expect(anchorOf(caseOf('建立黨建Ｅ平臺，'), '党建E平台')).toMatchObject({ exact: '黨建Ｅ平臺', start: 2, end: 7 })
  })

  it('across a line break that the quotation has as a space', () => {
    expect(anchorOf(caseOf('第一行\n第二行'), '第一行 第二行')?.exact).toBe('第一行\n第二行')
  })

  it('in the field asked for only', () => {
    expect(anchorOf(caseOf(['商会', '又是商会']), '商会', 'sections/s2')).toMatchObject({ field: 'sections/s2', start: 2 })
    expect(anchorOf(caseOf(body), '不在其中')).toBeNull()
  })
})

describe('after an edit, a quotation', () => {
  const anchor = anchorOf(caseOf(body), '青年企业家俱乐部')!
  const now = (text: string, of = anchor) => {
    const found = resolve(of, text)
    return found === null ? null : text.slice(found.start, found.end)
  }

  it('moves with its text', () => {
    expect(now(`新写的一段话。${body}`)).toBe('青年企业家俱乐部')
  })

  it('stays found when a character of it is corrected', () => {
    expect(now(body.replace('青年企业家俱乐部', '青年企业家倶乐部'))).toBe('青年企业家倶乐部')
  })

  it('is lost when it is deleted, although one of its words stands elsewhere', () => {
    const second = anchorOf(caseOf(body), '商会党委')!
    expect(now(body.slice(second.end + 6), second)).toBeNull()
    expect(now(body.replace('青年企业家俱乐部', ''))).toBeNull()
    expect(now('')).toBeNull()
  })

  it('that stands twice keeps its own place when the first one goes', () => {
    const last = { ...anchorOf(caseOf(body.slice(30)), '商会党委')! }
    const shifted = { ...last, start: last.start + 30, end: last.end + 30 }
    const edited = body.replace('商会党委设立联络处', '设立联络处')
    const found = resolve(shifted, edited)!
    expect(edited.slice(found.start - 1, found.end + 2)).toBe('。商会党委还为')
  })

  it('that stood twice is never given the other place, however long it is', () => {
    const quote = '协会每月第一个周末在茶园里开课，由老党员讲课并带徒弟。'
    const text = `先说东村的情况。${quote}东村因此来了许多人。${'隔着很长的另一段文字。'.repeat(40)}再说西村的情况。${quote}西村却没有多少人来。`
    const east = anchorOf(caseOf(text), quote)!
    const west = anchorOf(caseOf(text), quote, undefined, text.length)!
    expect([east.start, west.start]).toEqual([text.indexOf(quote), text.lastIndexOf(quote)])
    const withoutEast = text.replace(`先说东村的情况。${quote}东村因此来了许多人。`, '')
    expect(resolve(east, withoutEast)).toBeNull()
    expect(resolve(west, withoutEast)).toMatchObject({ start: withoutEast.indexOf(quote) })
    const corrected = text.replace('第一个周末', '第二个周末')
    expect(now(corrected, east)).toBe(quote.replace('第一个周末', '第二个周末'))
    expect(resolve(west, corrected)).toMatchObject({ start: corrected.lastIndexOf(quote) })
    expect(resolve(east, `${quote}东村因此来了许多人。`)).toMatchObject({ start: 0 })
  })

  it('a long one is found though its middle was rewritten', () => {
    const long = '前言。' + '这是一段很长的引文，它讲商会怎样组织会员、怎样开展活动、怎样服务社会，以及怎样把党建与发展结合起来。'.repeat(4) + '后语。'
    const whole = anchorOf(caseOf(long), long.slice(3, -3))!
    const edited = `另起一段。${long.replace('组织会员', '组织和教育会员')}`
    expect(now(edited, whole)).toMatch(/^这是一段.*结合起来。$/)
  })

  it('survives any edit elsewhere in the text', () => {
    fc.assert(fc.property(
      fc.nat(body.length - 3), fc.integer({ min: 2, max: 30 }), fc.nat(body.length), fc.nat(20), fc.string({ maxLength: 30 }),
      (start, length, at, removed, inserted) => {
        const quote = body.slice(start, start + length)
        const first = body.indexOf(quote)
        fc.pre(quote.trim() === quote && first === start && body.indexOf(quote, start + 1) < 0)
        // The edit leaves the quotation and the six characters on one side of it alone.
        fc.pre(at >= start + quote.length + 6 || at + removed <= start - 6)
        const edited = body.slice(0, at) + inserted + body.slice(at + removed)
        const found = resolve(anchorOf(caseOf(body), quote)!, edited)
        expect(found && edited.slice(found.start, found.end)).toBe(quote)
      },
    ), { numRuns: 1000 })
  })

  it('is never given a place with other words, whatever the edit', () => {
    fc.assert(fc.property(fc.nat(body.length - 8), fc.nat(body.length), fc.nat(60), fc.string({ maxLength: 40 }), (start, at, removed, inserted) => {
      const quote = body.slice(start, start + 8)
      const edited = body.slice(0, at) + inserted + body.slice(at + removed)
      const found = resolve(anchorOf(caseOf(body), quote)!, edited)
      if (found === null) return
      const text = edited.slice(found.start, found.end)
      expect([...text].filter((character) => quote.includes(character)).length).toBeGreaterThanOrEqual(6)
    }), { numRuns: 1000 })
  })
})
