import { keyOf, type Found } from './found'

const GRADE = '(?:先进|优秀|文明|示范|模范|[四五]好|十[佳强]|百强|星级|红旗|最美|诚信)'
/** What may stand between the grade and what it is given to; other words make it a sentence, not a title. */
const FIELD = '(?:基层|非公(?:有制)?(?:经济)?(?:组织)?|社会|民营|两新|行业|异地|党建|文化|建设|工作|学习型|服务型|诚信|公益|慈善|创新|县级|市级|省级|中国特色){0,4}'
const HOLDER = '(?:基层党组织|社会组织|行业协会商会|行业协会|党组织|党支部|党总支|党委|商会|协会|工商联|集体|单位|企业家|企业|个人|工作者|社区|基地|窗口|品牌|案例|示范点)'
const LEVEL = '(?:全国|全省|全市|全区|全县|国家级|省级|市级|区级|县级|中国|[\\p{Script=Han}]{2,3}[省市区县州](?:级)?)?(?:\\d{4}(?:年度?)?)?'
const STARS = '[“‘]?(?:[3-5]a|a{3,5}|[三四五]星)级?[”’]?级?'
const SPAN = '(?:(?:19|20)\\d\\d年?(?:[-–—~至]{1,2}(?:19|20)\\d\\d)?年?度?)?'

const TITLE = new RegExp(`(?:${LEVEL}${GRADE}${FIELD}${HOLDER}|${SPAN}${STARS}(?:中国)?(?:社会组织|行业协会|商会|协会))`, 'gu')
const QUOTED_TITLE = new RegExp(`“([^“”]{0,30}(?:${GRADE}${FIELD}${HOLDER}|${STARS}(?:中国)?(?:社会组织|行业协会|商会|协会))[^“”]{0,6})”`, 'gu')
/** Whatever is quoted right behind "named as" is an honour. */
const BESTOWED = /(?:评为|评选为|评定为|认定为|命名为|授予|荣获|获评|获颁)了?[^,。;:“”]{0,12}?“([^“”]{4,40})”/gu
/** What an honour is given to, or is called, at its end. */
const END = '(?:奖状|奖章|金奖|银奖|铜奖|[一二三]等奖|特等奖|奖|集体|单位|企业|组织|党委|党总支|支部|商会|协会|学会|社团|学校|校园|医院|社区|街道|乡镇|村|镇|县|园区|示范区|示范点|示范社|示范岗|示范基地|基地|案例|项目|品牌|大户|典型|大师|之都|之乡|标兵|模范|工作者|个人|团组织|窗口|科室|农渔村|机构|平台)'
/** One of these makes it a distinction. */
const MARK = '(?:奖|先进|优秀|优质|文明|示范|模范|最美|[四五六]好|十[大佳强]|百[强佳]|[三四五]星|[3-5]a|红旗|典型|民主法治|和谐|平安|之[都乡]|大户|大师|杰出|标兵|诚信|放心|绩优|特色|创新|改革|样板|质量信得过)'
/** Said to be given, without quotation marks: 获评全国文明单位、广西先进社会组织. */
const GIVEN = new RegExp(
  `(?<=评为|评选为|评定为|认定为|命名为|列为|表彰为|称为|誉为|获评|获颁|获|荣获|获得|授予|入选|颁发?|、|和|是|成为)(?=[^,。;:、“”!?()]{0,26}${MARK})(?![评得颁了]|[^,。;:、“”!?()]{0,26}(?:认定|命名|评为|授予|获|颁|一个|的))([^,。;:、“”‘’!?()]{2,30}?${END})(?=[,。;:、!?”)\\n]|等|和|称号|荣誉|一项|两项|$)`, 'gu')
/** Being the first of a whole country or province is what such a case is known for. */
const FIRST = /(?:全[国省市](?:\p{Script=Han}{0,4}系统)?|国内|自治区|(?:(?![是为系成在的全它了])\p{Script=Han}){2,3}[省市])的?(?:首个|首家|第一个|第一家|首批)[^,。;:!?、“”()—…]{2,24}/gu

const BESTOWING = /(?<times>连续\S{1,3}[次年届度])?(?:先后|多次|曾)?被(?<body>[^,。;:“”]{0,40}?)(?:评选为|评为|评定为|授予|表彰为|命名为|认定为)[“‘]?$/u
/** Only wished for, or given to others. */
const NOT_ITS_OWN = /(?:争创|争当|争做|打造|建设|培育|创建|评选|选树|选出|推荐|表彰|表扬|命名了?|一批|学习)[“‘]?$/u
const YEARS = new RegExp(`^${SPAN}`, 'u')
const EVENT = /的?(?:成立|诞生|建立|设立)(?:[于在].*)?$/u
const LONGEST_CLAUSE = 120
const CLAUSE = /[,。;:!?\n]/

/** Honours and distinctions, with who gave them where the clause says so; `key` is the honour alone. */
export function honoursIn(folded: string): Found[] {
  const found: Found[] = []
  for (const pattern of [BESTOWED, QUOTED_TITLE, GIVEN, TITLE, FIRST]) {
    for (const match of folded.matchAll(pattern)) {
      const name = (match[1] ?? match[0]).replace(EVENT, '')
      const start = match.index + match[0].lastIndexOf(name)
      const end = start + name.length
      if (found.some((other) => start < other.end && other.start < end)) continue
      const clause = folded.slice(clauseStart(folded, start), start)
      if (NOT_ITS_OWN.test(clause)) continue
      found.push({ kind: 'honour', ...withBestower(folded, clause, start, end), key: keyOf(name.replace(YEARS, '')) })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function withBestower(folded: string, clause: string, start: number, end: number): { start: number; end: number } {
  const bestowing = BESTOWING.exec(clause)
  const opening = /^[“‘]/.exec(folded.slice(start - 1))
  const quoted = opening !== null && start > 0
  const behind = /^[’”]?(?:等?荣誉称号|称号|荣誉)?/.exec(folded.slice(end))![0]
  const last = quoted || behind.length > 1 || (bestowing !== null && /^[’”]/.test(behind)) ? end + behind.length : end
  const { times, body = '' } = bestowing?.groups ?? {}
  if (bestowing === null || (times === undefined && body === '')) return { start: quoted ? start - 1 : start, end: last }
  const lead = times !== undefined ? bestowing.index : bestowing.index + bestowing[0].indexOf(body)
  return { start: start - clause.length + lead, end: last }
}

function clauseStart(folded: string, at: number): number {
  let start = at
  while (start > 0 && at - start < LONGEST_CLAUSE && !CLAUSE.test(folded[start - 1]!)) start--
  return start
}
