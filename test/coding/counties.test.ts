import { expect, it } from 'vitest'
import { findRegions } from '../../src/core/text'

const named = (text: string) => findRegions(text).map(({ province, city, county }) => [province, city, county].filter(Boolean).join(' '))

it('counties are found with the province and city they are in, in either script', () => {
  expect(named('江西省南昌市青山湖区')).toEqual(['江西 南昌 青山湖区'])
  expect(named('浙江省義烏市與昆山')).toEqual(['浙江 金华 义乌市', '江苏 苏州 昆山市'])
  expect(named('济源市、北京市朝阳区')).toEqual(['河南 济源', '北京 朝阳区'])
  expect(named('长阳县的合作社')).toEqual(['湖北 宜昌 长阳土家族自治县'])
})

it('a short name that is also a word counts only with its rank or behind what it is in', () => {
  expect(named('朝阳、东城、城关、新城、永安、和平都是词')).toEqual([])
  expect(named('福建永安、福建省永安市')).toEqual(['福建 三明 永安市', '福建 三明 永安市'])
  expect(named('建设新城区，朝阳区域，老城区改造，县级，义乌市场')).toEqual(['浙江 金华 义乌市'])
})

it('of counties with one name the one is meant whose city or province was named before', () => {
  expect(named('鼓楼区')).toEqual([])
  expect(named('南京市的鼓楼区')).toEqual(['江苏 南京', '江苏 南京 鼓楼区'])
  expect(named('福州的鼓楼区')).toEqual(['福建 福州', '福建 福州 鼓楼区'])
})
