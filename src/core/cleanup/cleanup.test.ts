import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordModel } from '../text'
import { findBrokenLines } from './broken-lines'
import { findPinyinResidue } from './pinyin'
import { applyRepairs, findEncodingConfusion, findSpots, repairedRange } from '.'

/** A model of a few words is enough where the damaged phrase is made of them. */
const words = WordModel.of('total 1000000\n90 的\n80 活动 服务 基层\n70 日常 上海 平常\n60 据点 党 队员 建\n50 一 二 三 年 在 了')

const applied = (text: string) => applyRepairs(text, findSpots(text, words).map((spot) => ({ ...spot, applied: spot.confidence >= 0.95 })))

describe('pinyin residue', () => {
  it('is stripped from everyday characters in either script and bracket', () => {
    expect(applied('鄉(xiāng)鎮(zhèn)級、企業（yè）、綠(lǜ)色、創(chuàng)建')).toBe('鄉鎮級、企業、綠色、創建')
  })

  it('keeps brackets that are no reading of what stands before them', () => {
    for (const text of ['中央黨校(北京)', '工作(即三個一)', '商會(she)', '世界貿易(WTO)', '貓(māng)', '(yè)', 'A(ā)', '学习(xué xí fǎ)']) {
      expect(findPinyinResidue(text)).toEqual([])
    }
  })

  it('only offers what an author may have written to explain a character', () => {
    for (const text of ['饕(tāo)餮', '只有重(chóng)庆', '王(wang)先生', '毛病(máo bìng)']) {
      expect(findPinyinResidue(text).map(({ confidence }) => confidence < 0.95), text).toEqual([true])
    }
  })
})

describe('broken lines', () => {
  const joins = (text: string) => findBrokenLines(text).map(({ start }) => text.slice(start - 2, start))

  it('are none where every line ends with its sentence', () => {
    expect(joins('河谷茶社每月请老茶农来讲一课。\n北岸木工坊白天做工晚上上课。\n南山读书会每周六在祠堂读书。\n师傅带徒弟出师后要回坊授课。\n')).toEqual([])
    expect(joins('河谷茶社每月请老茶农来讲一课。\n\n北岸木工坊白天做工晚上上课。\n南山读书会每周六在祠堂读书。\n师傅带徒弟出师后要回坊授课。\n')).toEqual([])
  })

  it('are told by lines cut within sentences, at the end of one too where paragraphs are parted by blank lines', () => {
    const cut = '河谷茶社每月请老茶农来讲一次课，课\n后大家一起吃饭，也谈一谈各家的收成。\n木工坊白天做工晚上上课，师傅带着徒\n弟一起做，出师的人都要回到坊里授课'
    expect(joins(`${cut}。\n`)).toEqual(['，课', '着徒'])
    expect(joins(`${cut}\n，这样代代相传。\n\n又一段。\n`)).toEqual(['，课', '成。', '着徒', '授课'])
  })
})

describe('damaged characters', () => {
  it('are offered in the likeliest reading, never as safe', () => {
    for (const [text, reading] of [['作為日?;顒拥膿c', '日常活動的據點'], ['上?；鶎狱h建', '上海基層黨'], ['在平?7贞爢T里', '平常服務隊員']] as const) {
      const [spot] = findSpots(text, words)
      expect(spot).toMatchObject({ kind: 'damage', after: reading })
      expect(spot!.confidence).toBeLessThan(0.95)
      expect(applied(text)).toBe(text)
    }
  })

  it('are not seen in ordinary questions', () => {
    for (const text of ['你知道嗎?A股', '行不行?!好', '好嗎？；然後c', '為什麼?;一二三年了a']) expect(findSpots(text, words)).toEqual([])
  })

  it('are flagged where they are lost', () => {
    expect(findSpots('服\ufffd\ufffd隊', words)).toEqual([
      { kind: 'damage', start: 1, end: 3, before: '\ufffd\ufffd', after: '\ufffd\ufffd', confidence: 0, alternatives: [] },
    ])
  })
})

it('puts characters in place of radicals, and takes out what typesetting left', () => {
  expect(applied('⼯⼈和⻓江⻅面')).toBe('工人和长江见面')
  expect(applied('服\u200b务\ufeff队')).toBe('服务队')
  const [spaced] = findSpots('前言：商 会 工 作 经 验', words)
  expect(spaced).toMatchObject({ kind: 'layout', after: '商会工作经验' })
  expect(spaced!.confidence).toBeLessThan(0.95)
  expect(findSpots('张三 李四\n前 言', words)).toEqual([])
})

describe('a whole text in the wrong encoding', () => {
  const text = '社区食堂开在老厂房里，老人一餐只收五元。'
  it('is read again where no byte was lost', () => {
    const latin = [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join('')
    expect(findEncodingConfusion(latin)).toMatchObject({ after: text })
    const windows = new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))
    expect(findEncodingConfusion(windows)).toMatchObject({ after: text })
    const swapped = [...text].map((character) => String.fromCharCode(((character.charCodeAt(0) & 0xff) << 8) | (character.charCodeAt(0) >> 8))).join('')
    expect(findEncodingConfusion(swapped)).toMatchObject({ after: text })
  })

  it('is only flagged where bytes were lost', () => {
    const broken = new TextDecoder('gbk').decode(new TextEncoder().encode(text))
    expect(findEncodingConfusion(broken)).toMatchObject({ before: broken, after: broken, confidence: 0 })
  })

  it('is left alone in other languages', () => {
    for (const other of [text, '', 'Plain English.', 'Café à la crème, déjà vu, où êtes-vous, garçon?', 'これは日本語の文章です。カタカナも。', '한국어 문장입니다.', '😀😀😀😀😀']) {
      expect(findEncodingConfusion(other), other).toBeNull()
    }
  })
})

const character = fc.constantFrom('業', '(yè)', '?', ';', '顒', '拥', 'c', '⼯', '\u200b', '\ufffd', '一', ' ', '\n', '\ud800', '\0', 'a', '𠮷', '（', 'ǎ')
const messy = fc.array(character, { maxLength: 40 }).map((parts) => parts.join(''))

describe('for any text', () => {
  it('spots are in order, do not overlap and say what is there', () => {
    fc.assert(fc.property(messy, (text) => {
      let at = 0
      for (const spot of findSpots(text, words)) {
        expect(spot.start).toBeGreaterThanOrEqual(at)
        expect(text.slice(spot.start, spot.end)).toBe(spot.before)
        at = spot.end
      }
    }))
  })

  it('no repair accepted changes nothing, and sections together read as the whole', () => {
    fc.assert(fc.property(messy, fc.nat(40), (text, cut) => {
      const spots = findSpots(text, words)
      expect(applyRepairs(text, spots.map((spot) => ({ ...spot, applied: false })))).toBe(text)
      const all = spots.map((spot) => ({ ...spot, applied: true }))
      const at = all.reduce((border, { start, end }) => (start < border && border < end ? end : border), Math.min(cut, text.length))
      expect(repairedRange(text, all, 0, at) + repairedRange(text, all, at, text.length)).toBe(applyRepairs(text, all))
    }))
  })

  it('repairs that do not fit the text, or overlap, are left out', () => {
    const repair = (start: number, end: number, before: string) => ({ start, end, before, after: 'X', applied: true })
    expect(applyRepairs('abcd', [repair(1, 3, 'bc'), repair(2, 4, 'cd'), repair(0, 1, 'z')])).toBe('aXd')
  })

  it('a line of a megabyte is looked through', { timeout: 120_000 }, () => {
    const found = ['业(yè)', '好?;一', '⼯', '服 ', '\ufffd', '一'].map((part) => {
      const text = part.repeat(Math.ceil(1_000_000 / part.length))
      expect(findEncodingConfusion(text)).toBeNull()
      return findSpots(text, words).length
    })
    expect(found).toEqual([200_000, 0, 1, 1, 1, 0])
  })
})
