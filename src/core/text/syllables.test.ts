import { describe, expect, it } from 'vitest'
import { fold, syllableCount, syllableId, syllableName, syllablesOfUnit, unitsOfSyllable } from '.'

const named = (character: string) => syllablesOfUnit(character.charCodeAt(0)).map(syllableName)

describe('syllables of folded units', () => {
  it('has an id for every syllable, ü as v', () => {
    for (let id = 0; id < syllableCount; id++) expect(syllableId(syllableName(id))).toBe(id)
    expect(syllableCount).toBeGreaterThan(400)
    expect(syllableId('lv')).toBeGreaterThan(-1)
    for (const none of ['', 'lü', 'bq', 'Xi', 'xian1', 'constructor']) expect(syllableId(none)).toBe(-1)
    expect(() => syllableName(syllableCount)).toThrow(RangeError)
  })

  it('gives every reading, the usual one first', () => {
    expect(named('行').slice(0, 2)).toEqual(['xing', 'hang'])
    expect(named('重')).toEqual(['zhong', 'chong'])
    expect(named('女')[0]).toBe('nv')
    expect(named('绿')).toEqual(['lv', 'lu'])
    expect(named('了')[0]).toBe('le')
  })

  it('counts the readings of every character that folds to the unit', () => {
    expect(named('干')).toEqual(['gan', 'qian'])
    expect(named('着')).toEqual(expect.arrayContaining(['zhe', 'zhao', 'zhuo', 'zhu']))
    for (const [character, syllable] of [['发', 'fa'], ['后', 'hou'], ['里', 'li']] as const) expect(named(character)[0]).toBe(syllable)
  })

  it('is empty for what is not Han and for what no folded text holds', () => {
    for (const other of ['a', '1', '，', '\ud842', 'ü', '雲']) expect(named(other)).toEqual([])
  })

  it('finds the units of a syllable again', () => {
    for (let id = 0; id < syllableCount; id++) {
      for (const unit of unitsOfSyllable(id)) {
        expect(syllablesOfUnit(unit)).toContain(id)
        expect(fold(String.fromCharCode(unit)).charCodeAt(0)).toBe(unit)
      }
    }
    expect(unitsOfSyllable(syllableId('yun'))).toContain('云'.charCodeAt(0))
    expect(unitsOfSyllable(-1)).toEqual([])
  })
})
