import type { Fact } from '#api'
import type { Found } from './found'

const DIGITS = '\\d[\\d,]*(?:\\.\\d+)?'
const HAN = '[一二三四五六七八九十百千两零〇]+'
const SOME = '(?:多|余)?'

const AMOUNT = new RegExp(`(?<![\\d.])(?:${DIGITS}|${HAN})\\s*${SOME}(?:十|百|千)?(?:万|亿)?${SOME}(?:万|亿)?(?:美元|港元|欧元|元)(?!旦|素|宵)`, 'gu')

const MEASURE = '(?:个|家|名|人次|人|次|所|项|支|场|条|期|届|户|对|件|篇|批|座|处|亩|位|余家|余名)'
const COUNTED = '(?:行业联络处|联络处|党支部|党总支|党组织|支部|分会|会员企业|会员单位|会员|党员企业|党员|企业家|企业|商会|协会|学子|学生|群众|'
  + '项目|岗位|基地|家庭|老人|儿童|职工|员工|志愿者|单位|社区|乡镇|村|活动|工作室|服务队|小组|贫困学子|困难群众|贫困家庭|就业岗位|党建联系点)'
/** Small numbers in characters (一个, 三方面) are figures of speech; digits and larger numbers are counts. */
const COUNT = new RegExp(
  `(?!百家争鸣)(?<![\\d.])(?:连续|累计|先后|共)?(?:${DIGITS}|(?:[二三四五六七八九]?十|[一二三四五六七八九]?百|[一二三四五六七八九]?千|上百|上千|数百|数千)[一二三四五六七八九]?)${SOME}(?:万)?${SOME}${MEASURE}(?:\\p{Script=Han}{0,4}?${COUNTED})?`
  + `|连续${HAN}[次年届](?!前|来)`, 'gu')

const YEAR = '(?:19|20)\\d\\d'
const PERIOD = new RegExp(
  `(?<!\\d)${YEAR}\\s*年?\\s*[-–—~至到]{1,2}\\s*${YEAR}年?`
  + `|(?<!\\d)${YEAR}年(?:\\d{1,2}月(?:\\d{1,2}[日号])?)?(?:以来|至今)?`
  + `|(?<!\\d)\\d{1,3}${SOME}年${SOME}(?:前|来|间)|[二三四五六七八九十]+${SOME}年${SOME}(?:前|来)`, 'gu')

/** Sums of money: 7000多万元, 三十亿元. */
export function amountsIn(folded: string): Found[] {
  return all(folded, AMOUNT, 'amount')
}

/** Numbers of things and of times: 15个联络处, 连续9次, 百余名贫困学子. */
export function countsIn(folded: string): Found[] {
  return all(folded, COUNT, 'count')
}

/** Dates, years, periods and spans: 2016年10月, 2015—2020年, 15年前. */
export function yearsIn(folded: string): Found[] {
  return all(folded, PERIOD, 'year')
}

/** A figure without blanks, and with one hyphen where it is a span. */
export function figureKey(folded: string): string {
  return folded.replace(/\s/g, '').replace(/[–—~至到]+|-{2}/g, '-')
}

function all(folded: string, pattern: RegExp, kind: Fact['kind']): Found[] {
  return [...folded.matchAll(pattern)].map((match) => ({
    kind, start: match.index, end: match.index + match[0].length, key: figureKey(match[0]),
  }))
}
