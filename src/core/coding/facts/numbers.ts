import type { Fact } from '#api'
import type { Found } from './found'

const DIGITS = '\\d[\\d,]*(?:\\.\\d+)?'
const HAN = '[一二三四五六七八九十百千两零〇]+'
const SOME = '(?:多|余)?'

const AMOUNT = new RegExp(`(?<![\\d.])(?:${DIGITS}|${HAN})\\s*${SOME}(?:十|百|千)?(?:万|亿)?${SOME}(?:万|亿)?(?:美元|港元|欧元|元)(?!旦|素|宵)`, 'gu')

const MEASURE = '(?:个|家次|家|名|人次|人|次|所|项|支|场次|场|条|期|届|户次|户|对|件|篇|批次|批|座|处|亩|位|册|套|台|辆|吨|公斤|斤|公里|平方公里'
  + '|平方米|平方千米|公顷|分钟|小时|课时|份|起|栋|幢|门|岁|分(?!之)|笔|封|艘|架|棵|株|本|部|只|头|幅|单(?!位)|间|句|页|字|盏|块|张|村)'
/** What is counted, the longer names first, so that 村民 is not read as 村. */
const COUNTED = '(?:党员创新工作室|家庭医生团队|党建联系点|创新工作室|国家和地区|大师工作室|行业联络处|会员企业|会员单位|会员商户|党员企业'
  + '|医护人员|困难群众|就业岗位|攻关项目|环卫工人|贫困学子|贫困家庭|互助组|企业家|党小组|党总支|党支部|党组织|工作室|志愿者'
  + '|志愿队|服务队|网格员|联络处|乡镇|企业|会员|儿童|党员|农户|分会|协会|单位|员工|商会|商户|团队|基地|学子|学校|学生'
  + '|家庭|小区|小组|居民|岗位|技师|支部|村民|活动|片区|社区|社员|窗口|网格|群众|老人|职工|院校|项目|高校|村)'
/** Small numbers in characters (一个, 三方面) are figures of speech; digits and larger numbers are counts. */
const COUNT = new RegExp(
  `(?!百家争鸣)(?<![\\d.第])(?:连续|累计|先后|共)?(?:${DIGITS}|(?:[二三四五六七八九]?十|[一二三四五六七八九]?百|[一二三四五六七八九]?千|上百|上千|数百|数千)[一二三四五六七八九]?)${SOME}(?:万)?${SOME}${MEASURE}(?:\\p{Script=Han}{0,4}?${COUNTED})?`
  + `|连续(?:${HAN}|\\d+)[次年届](?!前|来)|(?<![\\d.])\\d+(?:\\.\\d+)?%|近?[二三四五六七八九]成(?![立为功就果])(?:多|以上)?|${HAN}分之${HAN}`, 'gu')

const YEAR = '(?:19|20)\\d\\d'
const MONTH = '\\d{1,2}月(?:\\d{1,2}[日号])?'
const SINCE = '(?:以来|至今)?'
/** 十年 alone is any ten years; with what follows or stands before it is a span of this case's time. */
const YEARS = `(?:\\d{1,3}|${HAN})${SOME}年${SOME}`
const PERIOD = new RegExp(
  `(?<!\\d)${YEAR}\\s*年?(?:${MONTH})?\\s*(?:[-–—~至到]{1,2})\\s*(?:${YEAR}年?(?:${MONTH})?|${MONTH})底?`
  + `|(?<!\\d)${YEAR}年(?:${MONTH}|[底初末]|年[底初中末]|[春夏秋冬](?:季|天)?)?${SINCE}`
  + `|(?<!\\d)近?${YEARS}(?:前|来|间)|(?<=成立|走过|历时|历经|过去|耗时)近?${YEARS}|(?<=[,。;:、“\\n(]|^)${YEARS}(?=[,攻跑走])|(?:去年|前年|上个?世纪末)`, 'gu')

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
