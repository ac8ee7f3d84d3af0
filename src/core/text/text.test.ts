import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparePinyin, findRegions, fold, isHan } from '.'

describe('fold', () => {
  it('makes traditional and simplified, full and half width, capitals and small letters one', () => {
    expect(fold('雲南模式')).toBe('云南模式')
    expect(fold('看點:ＡＢＣ（２０１５）')).toBe('看点:abc(2015)')
    expect(fold('看点：abc(2015)')).toBe(fold('看點:ＡＢＣ（２０１５）'))
    expect(fold('「著作」『顯著』')).toBe('“着作”‘显着’')
    expect(fold('⼯⼈')).toBe('工人')
  })

  it('keeps every offset and is done after one time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('雲', '著', 'Ａ', '\ud800', '𠮷', 'İ', '\0') }), (a, b) => {
      const text = a + b
      const folded = fold(text)
      expect(folded.length).toBe(text.length)
      expect(fold(folded)).toBe(folded)
    }))
  })

  it('folds each code unit by itself, so that a part of the text folds to the same part of the folded text', () => {
    const text = '經驗'.repeat(6_000) + 'Ｘ' + '服務𠮷'.repeat(5_000)
    const folded = fold(text)
    for (const [start, end] of [[0, 5], [8_190, 8_195], [12_000, 12_004], [20_000, 20_009]] as const) {
      expect(folded.slice(start, end)).toBe(fold(text.slice(start, end)))
    }
  })
})

describe('findRegions', () => {
  const named = (text: string) => findRegions(text).map(({ province, city }) => province + city)

  it('finds provinces and cities in either script', () => {
    expect(named('臺灣學子到福建省廈門市參觀，經河南鄭州返回')).toEqual(['台湾', '福建厦门', '河南郑州'])
    expect(named('南京、金華兩地')).toEqual(['江苏南京', '浙江金华'])
    expect(named('北京市和上海')).toEqual(['北京', '上海'])
  })

  it('gives offsets into the text as it was', () => {
    const text = '在湖南省長沙市舉辦'
    const [region] = findRegions(text)
    expect(text.slice(region!.start, region!.end)).toBe('湖南省長沙市')
  })

  it('takes a name that is also a word only with its rank or behind its province', () => {
    expect(named('各位来宾，追求大同')).toEqual([])
    expect(named('来宾市与山西大同')).toEqual(['广西来宾', '山西大同'])
    expect(named('长江西岸的南京路')).toEqual([])
  })
})

it('takes whatever a file may hold', () => {
  for (const text of ['', '\ud800', '\udc00\ud800', '\0\u0007\u001b', '\ufeff', 'x'.repeat(1_000_000), '廣'.repeat(1_000_000)]) {
    expect(fold(text).length).toBe(text.length)
    expect(Array.isArray(findRegions(text))).toBe(true)
    expect(isHan(text)).toBe(text.startsWith('廣'))
    expect(comparePinyin(text.slice(0, 1_000), '甲')).not.toBeNaN()
  }
})
