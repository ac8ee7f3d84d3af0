import { AppError, type Reshape } from '#api'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Range } from '../document'
import { splitText } from '../split'
import { headBefore, reshape, type LaidCase } from './index'

const lines = fc.constantFrom(
  '看点：茶社的课堂。', '特色：每乡一间，请老茶农讲制茶。', '做法', '案例二 北岸木工坊', '# 河谷茶社', '## 背景', '', '白天做工，晚上上课。', '一年四十场。每场有记录。', '成效：考级。',
)
const texts = fc.array(lines, { minLength: 2, maxLength: 24 }).map((all) => all.join('\n')).filter((text) => text.trim() !== '')
const place = fc.nat({ max: 400 })
const steps = fc.array(fc.record({
  kind: fc.constantFrom('splitCase', 'mergeCase', 'moveBorder', 'splitSection', 'mergeSection', 'moveSection', 'setSection', 'takeIn'), draft: fc.nat(), section: fc.nat(), a: place, b: place,
}), { maxLength: 12 })

type Step = { kind: string; draft: number; section: number; a: number; b: number }

function operationOf(step: Step, cases: readonly LaidCase[]): Reshape {
  const { id: draftId, range } = cases[step.draft % cases.length]!
  const length = range.end - range.start
  const section = `s${1 + (step.section % Math.max(1, range.sections.length))}`
  const at = step.a % Math.max(1, length)
  switch (step.kind) {
    case 'splitCase': return { kind: 'splitCase', draftId, at }
    case 'mergeCase': return { kind: 'mergeCase', draftId }
    case 'moveBorder': return { kind: 'moveBorder', draftId, to: at - (step.b % 60) }
    case 'splitSection': return { kind: 'splitSection', draftId, at }
    case 'mergeSection': return { kind: 'mergeSection', draftId, section }
    case 'moveSection': return { kind: 'moveSection', draftId, section, to: at }
    case 'setSection': return { kind: 'setSection', draftId, section, role: 'insight' }
    case 'leaveOut': return { kind: 'leaveOut', draftId, start: at, end: Math.min(length, at + 1 + step.b) }
    default: return { kind: 'takeIn', draftId, start: at, end: Math.min(length, at + 1 + step.b) }
  }
}

function laidOf(text: string): LaidCase[] {
  return splitText(text, undefined).cases.map((range, index) => (
    { id: `d${index}`, range: { ...range, sections: range.sections.filter(({ start, end }) => start < end) }, stated: null }))
}

/** All the states that a row of operations leads through; those that cannot be done are passed over. */
function walk(text: string, all: readonly Step[], spots: readonly Range[] = []): LaidCase[][] {
  const states = [laidOf(text)]
  for (const [index, step] of all.entries()) {
    const before = states.at(-1)!
    try {
      states.push(reshape({ text, spots, newId: () => `n${index}` }, before, operationOf(step, before)))
    } catch (error) {
      expect(error).toBeInstanceOf(AppError)
      expect((error as AppError).code).toBe('INVALID_INPUT')
    }
  }
  return states
}

/** The places of a text that a reader of the cases sees: in titles, sections and what was left out, or as the heading before a section. */
function visible(text: string, cases: readonly LaidCase[]): boolean[] {
  const seen = Array.from({ length: text.length }, () => false)
  const see = ({ start, end }: Range) => seen.fill(true, start, end)
  for (const { range: { start, title, sections, leftOut = [] } } of cases) {
    for (const part of [...sections, ...leftOut, ...(title === null ? [] : [title])]) see(part)
    for (const [index, section] of sections.entries()) {
      const from = Math.max(sections[index - 1]?.end ?? start, title !== null && title.end <= section.start ? title.end : 0)
      const at = section.heading === '' ? -1 : text.slice(from, section.start).lastIndexOf(section.heading)
      if (at >= 0) see({ start: from + at, end: from + at + section.heading.length })
    }
  }
  return seen
}

describe('reshaping', () => {
  it('keeps the cases one after the other over all of the text, with their sections in order and apart', () => {
    fc.assert(fc.property(texts, fc.array(steps).map((all) => all.flat().slice(0, 14)), (text, all) => {
      for (const cases of walk(text, all)) {
        expect(cases.map(({ range }) => text.slice(range.start, range.end)).join('')).toBe(text)
        expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
        for (const { range } of cases) {
          let at = range.start
          for (const section of range.sections) {
            expect(section.start).toBeGreaterThanOrEqual(at)
            expect(section.end).toBeGreaterThan(section.start)
            at = section.end
          }
          expect(at).toBeLessThanOrEqual(range.end)
          if (range.title === null) continue
          expect(range.sections.every(({ start, end }) => end <= range.title!.start || start >= range.title!.end)).toBe(true)
        }
      }
    }), { numRuns: 300 })
  })

  it('loses nothing that was in a title, a heading or a section', () => {
    fc.assert(fc.property(texts, steps, (text, all) => {
      const states = walk(text, all)
      const [before, after] = [visible(text, states[0]!), visible(text, states.at(-1)!)]
      const lost = before.flatMap((was, index) => (was && !after[index]! && /[\p{L}\p{N}]/u.test(text[index]!) ? [index] : []))
      expect(lost.map((index) => text[index]).join('')).toBe('')
    }), { numRuns: 500 })
  })

  it('leaves cases it does not touch as they are', () => {
    fc.assert(fc.property(texts, steps, (text, all) => {
      const states = walk(text, all)
      for (const [index, after] of states.slice(1).entries()) {
        const same = after.filter((laid) => states[index]!.includes(laid)).length
        expect(same).toBeGreaterThanOrEqual(Math.min(after.length, states[index]!.length) - 2)
      }
    }))
  })

  it('cuts no spot in two', () => {
    fc.assert(fc.property(texts, steps, place, (text, all, from) => {
      const spot = { start: from % text.length, end: Math.min(text.length, (from % text.length) + 3) }
      for (const cases of walk(text, all, [spot]).slice(1)) {
        for (const { range } of cases.filter(({ id }) => id.startsWith('n'))) expect(range.start <= spot.start || range.start >= spot.end).toBe(true)
      }
    }))
  })

  it('takes back what was left out', () => {
    const text = '看点：茶社的课堂。\n特色：每乡一间。\n广告一行。\n一年四十场。\n'
    const [laid] = laidOf(text)
    const [start, end] = [text.indexOf('广告'), text.indexOf('一年')]
    const source = { text, spots: [], newId: () => 'n' }
    const cut = reshape(source, [laid!], { kind: 'leaveOut', draftId: 'd0', start, end })
    expect(cut[0]!.range.leftOut).toEqual([{ start, end }])
    expect(reshape(source, cut, { kind: 'takeIn', draftId: 'd0', start, end })[0]!.range).toEqual(laid!.range)
  })
})

describe('a section that begins anew', () => {
  const begun = (text: string, from: string) => {
    const laid: LaidCase = { id: 'd', range: { start: 0, end: text.length, title: null, sections: [{ role: 'other', heading: '', start: 0, end: text.length }] }, stated: null }
    return reshape({ text, spots: [], newId: () => 'n' }, [laid], { kind: 'splitSection', draftId: 'd', at: text.indexOf(from) })[0]!.range.sections
      .map(({ role, heading, start, end }) => [role, heading, text.slice(start, end)])
  }

  it('takes its heading and its role from a marker or a heading', () => {
    expect(begun('开头。\n做法：一起做。\n好。', '做法')).toEqual([['other', '', '开头。'], ['practice', '做法', '一起做。\n好。']])
    expect(begun('开头。\n## 主要成效\n\n考级。\n好。', '## 主')).toEqual([['other', '', '开头。'], ['outcome', '主要成效', '考级。\n好。']])
    expect(begun('开头。\n后来一直如此，没有变。', '后来')).toEqual([['other', '', '开头。'], ['other', '', '后来一直如此，没有变。']])
  })
})

describe('a section that is given another heading', () => {
  const text = '看点：茶社的课堂。\n特色：每乡一间。\n一年四十场。\n'
  const source = { text, spots: [], newId: () => 'n' }
  const renamed = (heading: string) => reshape(source, laidOf(text), { kind: 'setSection', draftId: 'd0', section: 's2', heading })
  const head = (cases: LaidCase[]) => cases.map(({ range }) => headBefore(range, 1)).map((range) => range && text.slice(range.start, range.end))

  it('keeps what named it in the text as its head, and for itself', () => {
    expect(head(renamed('每月一课'))).toEqual(['特色：'])
    expect(head(reshape(source, renamed('每月一课'), { kind: 'setSection', draftId: 'd0', section: 's2', heading: '' }))).toEqual(['特色：'])
    const two = reshape(source, renamed(''), { kind: 'splitCase', draftId: 'd0', at: text.indexOf('每乡') })
    expect(two.map(({ range }) => text.slice(range.start, range.end))).toEqual(['看点：茶社的课堂。\n', '特色：每乡一间。\n一年四十场。\n'])
  })

  it('has none any more once it begins elsewhere', () => {
    expect(head(reshape(source, renamed('每月一课'), { kind: 'moveSection', draftId: 'd0', section: 's2', to: text.indexOf('一年') }))).toEqual([undefined])
  })
})

describe('a case that is split off', () => {
  const text = '案例一 茶社\n请老茶农讲制茶。\n案例二 木工坊\n白天做工，晚上上课。\n'
  const source = { text, spots: [], newId: () => 'n' }
  const whole: LaidCase = { id: 'd', range: splitText(text, 'whole').cases[0]!, stated: null }

  it('is named by its first line, and joined again has all its text', () => {
    const two = reshape(source, [whole], { kind: 'splitCase', draftId: 'd', at: text.indexOf('案例二') })
    expect(two.map(({ id, range }) => [id, text.slice(range.title!.start, range.title!.end)])).toEqual([['d', '案例一 茶社'], ['n', '案例二 木工坊']])
    const [one] = reshape(source, two, { kind: 'mergeCase', draftId: 'n' })
    expect(one!.range.sections.map(({ heading, start, end }) => [heading, text.slice(start, end)])).toEqual([
      ['', '请老茶农讲制茶。'], ['案例二 木工坊', '白天做工，晚上上课。'],
    ])
  })
})
