import { readFileSync } from 'node:fs'
import { fold } from '#core/text/index'
import type { SearchDocument } from '#core/search/index'
import foldTable from '../../../resources/fold-table.json'
import gazetteer from '../../../resources/gazetteer.json'
import { Chance } from '../../simulation/random'
import { searchable } from './cases'
import { writtenCases } from './written'

/** Characters that only the cases written by hand use, so that a test knows all cases that have them; numerals too. */
const KEPT_BACK = new Set('竹剪篷锅橘亳曾仇秤灶祠厦蚌篾茶椰桥龄巷〇零一二三四五六七八九十百千万亿两')
const PLACES_KEPT_BACK = new Set(['重庆', '长沙', '亳州', '西安', '六安', '蚌埠', '厦门', '普洱', '福州', '温州', '菏泽'])
const TRADES = ['家具', '纺织', '水产', '物流', '建材', '玩具', '印刷', '软件', '花卉', '陶瓷', '餐饮', '五金', '服装', '医药', '环保', '照明']
const BODIES = ['商会', '协会', '联合会', '促进会', '党委', '党支部', '党总支', '服务中心', '工作站']
const TAGS = ['志愿服务', '党员教育', '组织建设', '品牌建设', '公益', '人才', '文化', '党建/阵地', '党建/制度', '青年']
const THEMES = ['组织建设', '党员教育', '活动与载体', '社会责任']

const words = readFileSync(new URL('../../../resources/word-frequencies.txt', import.meta.url), 'utf8').split('\n')
  .filter((line) => Number(line.split(' ', 1)[0]) >= 66)
  .flatMap((line) => line.split(' ').slice(1))
  .filter((word) => word.length > 1 && ![...word].some((character) => KEPT_BACK.has(character)))
const places = gazetteer.flatMap(({ name, cities }) => cities.map((city) => ({ province: name, city: city.name })))
  .filter(({ city }) => !PLACES_KEPT_BACK.has(city) && ![...city].some((character) => KEPT_BACK.has(character)))
const traditional = new Map([...foldTable.to].map((character, index) => [character, [...foldTable.from][index]!] as const).toReversed())

/** Cases of words in a random order, each the same in every run: a crowd for the written ones to be found in. */
export function generatedCases(count: number, seed = 20_16): SearchDocument[] {
  const chance = new Chance(seed)
  return Array.from({ length: count }, (_, index) => generated(`g${String(index).padStart(5, '0')}`, chance))
}

/** 2,000 generated cases with the written ones among them. */
export function largeLibrary(): SearchDocument[] {
  const crowd = generatedCases(2000)
  writtenCases.forEach((item, index) => crowd.splice(index * 40, 0, item))
  return crowd
}

function generated(id: string, chance: Chance): SearchDocument {
  const { province, city } = chance.pick(places)!
  const asWritten = chance.below(10) === 0 ? inTraditional : (text: string) => text
  const name = `${city}${chance.pick(TRADES)}${chance.pick(BODIES)}`
  return searchable(id, asWritten(name), {
    organisation: chance.below(2) === 0 ? asWritten(name) : '',
    region: `${province} ${city}`,
    period: chance.below(3) === 0 ? String(2005 + chance.below(18)) : '',
    tags: [...new Set([chance.pick(TAGS)!, chance.pick(TAGS)!])],
    themes: chance.below(4) === 0 ? [chance.pick(THEMES)!] : [],
    text: [['做法', asWritten(paragraph(chance))], ['成效', asWritten(paragraph(chance))]],
    sources: chance.below(5) === 0 ? [{ title: '年度材料' }] : [],
  })
}

function paragraph(chance: Chance): string {
  const sentences = Array.from({ length: 3 + chance.below(6) }, () => {
    const said = Array.from({ length: 5 + chance.below(12) }, () => words[Math.floor(words.length * chance.next() ** 3)]!)
    if (chance.below(8) === 0) said.push(`${2 + chance.below(97)}户`)
    if (chance.below(15) === 0) said.push(chance.pick(['PPT', 'Excel', 'Office', 'VIP'])!)
    return said.map((word) => (chance.below(7) === 0 ? `${word}，` : word)).join('')
  })
  return `${sentences.join('。')}。`
}

function inTraditional(text: string): string {
  return [...text].map((character) => {
    const other = traditional.get(character)
    return other !== undefined && fold(other) === character ? other : character
  }).join('')
}
