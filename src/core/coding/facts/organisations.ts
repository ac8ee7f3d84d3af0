import { findRegions, type FoundRegion } from '../../text'
import { keyOf, type Found } from './found'

const KIND = new RegExp('(?:'
  + '工商业联合会|工商联|总商会|商会|协会|联合会|促进会|学会|研究会|基金会|同学会|校友会|总工会|红十字会|妇联|团委'
  + '|合作社|联合社|集团|有限公司|股份公司|公司|银行|开发区|科技园|产业园|园区|工业园|社区|大学|学院|中学|小学|国小|幼儿园|医院|研究院|研究所|博物馆|图书馆'
  + '|社会组织党工委|社会组织党委|非公党委|综合党委|行业党委|联合党委)', 'gu')
const PARTY = /党委$|党工委$/u
/** Nearly every name of these begins with a place; what stands before them otherwise is the sentence. */
const OF_A_PLACE = /(?:商会|协会|联合会|促进会|学会|研究会|同学会|校友会|工商联|总工会|妇联|团委)$/u

/** Departments of the state and the Party, by what they are for. */
const DEPARTMENT = '(?:民政|司法|财政|教育|科学技术|科技|工业和信息化|工信|公安|交通运输|农业农村|文化和旅游|文旅|卫生健康|卫健|市场监督管理|市场监管|住房和城乡建设|人力资源和社会保障|人社|生态环境'
  + '|商务|统计|税务|水利|林业|体育|审计|应急管理|退役军人事务|医疗保障|组织|宣传|统战|统一战线工作|社会工作|政法|发展和改革|发改|国资|自然资源|乡村振兴)'
const OFFICE = new RegExp(`(?:中共)?(?:中央|国家|[省市区县州盟旗]委?|自治区(?:党委)?)?(?:${DEPARTMENT})(?:委员会|厅|局|部|委)(?!员|长|门|托|署)`, 'gu')
/** Departments of the whole country, which no place stands before. */
const OF_THE_STATE = /^(?:中共)?(?:中央|国家)|^(?:民政|司法|财政|教育|科学技术|工业和信息化|公安|交通运输|农业农村|文化和旅游|住房和城乡建设|人力资源和社会保障|生态环境|商务|水利|退役军人事务|应急管理|自然资源)部$/u
const WITH_LEVEL = /^(?:中共)?(?:[省市区县州盟旗]|自治区)/u
/** 云南省委, behind the place. */
const COMMITTEE = /^(?:省|市|区|县|州|自治区)?(?:委(?![员托派会屈办任])|人民政府)/u

/** Where a name cannot go on to the left. */
const BORDER = /[^\p{Script=Han}a-z0-9]|[的在由被是为对把从让向到于等了使给以并也都而或经受获]|成立|组建|创办|创建|设立|加入|号召|吸引|推荐|作为|名为|来到|走进|前往|授予|邀请|动员|带领|引导|帮助|支持|协助|牵头|推动|会同|携手|依托|借助|通过|参观|考察|办理|评选|命名|打造|构建|建立|促进(?!会)|推进|扩大|推送|结合|加强|提升|做强|建设|培育|创新(?!创业)|深入|走访|对接|联系|覆盖|激励|确保|支撑|实现|完善|开展|积极|努力|不断|及时|主动|全面|进一步|成长|发展(?!促进|研究|协会|集团|基金)|引导|要求|形成|联合(?!会|社|党)|组织(?!党)/gu
/** Words that describe organisations and are no one's name. */
const DESCRIPTION = '(?:国家|会员|行业|异地|非公|非公有制|社会|组织|民营|国有|集体|上市|龙头|骨干|成员|理事|兄弟|友好|基层|先进|优秀|示范|文明|智慧|和谐|城市|农村|乡村|乡镇|街道|村级?|镇|乡|县|市|区|省|地方|当地|本地|外地'
  + '|相关|有关|同类|专业|农民|农业|股份|土地|经济|科技|投资|中小|小微|规模|知名|著名|百强|其他|另外|许多|多数|部分|多?[家所个名]|多|会长|副会长|单位|企业|企业家|下属|旗下|直属|附属|所在|周边|邻近|品牌|老旧|新型|新建|现代'
  + '|商|学生|职工|党员|志愿者|志愿|青年|妇女|跨省|首家|首个|第一家?|全国|全省|全市|全县|全区|各地?|各级|[省市县乡国]级|同行|全体|民主法治|产业|联合|高新|大型|小型|母|分|子|总|本|该|此|这个?|那个?|某|每个?|老|新|大|小|外|其|同|特色|合作|重点|[一二两三四五六七八九十百千万\\d几数]+|五星级?|[四五]好|[45]a级?|级)'
const ONLY_DESCRIPTION = new RegExp(`^${DESCRIPTION}*$`, 'u')
const IN_NO_NAME = /[我你他她咱]们?|首个|首家|第一|先进|优秀|示范|文明|全国|各|某|多家|许多|有关|当地|乡镇级|县级|市级|所有|一些|这个|成为|认定|获评|评为|[\d,]|[一二两三四五六七八九十百千数几]+(?:余|多)?[家所个名]/u
const LONGEST_NAME = 22
const LONGEST_BEHIND_PLACE = 14
const SHORTEST = 2
/** 党委 and the like, right behind the organisation whose they are. */
const LONGEST_BRANCH = 2

/**
 * Organisations that the text calls by their name: behind a place (莲塘市茶业商会, 省民政厅), or by a name of their own
 * (恒川光电集团). A branch's name ends with the organisation's.
 * @param folded the folded text.
 */
export function organisationsIn(folded: string, regions = findRegions(folded)): Found[] {
  const found: Found[] = []
  const add = (start: number, end: number): void => {
    if (found.some((other) => start < other.end && other.start < end)) return
    found.push({ kind: 'organisation', start, end, key: keyOf(folded.slice(start, end)) })
  }
  for (const match of folded.matchAll(OFFICE)) {
    const start = officeStart(match, regions)
    if (start !== null) add(start, match.index + match[0].length)
  }
  for (const region of regions) {
    const committee = COMMITTEE.exec(folded.slice(region.end))
    if (committee !== null) add(region.start, region.end + committee[0].length)
  }
  for (const match of folded.matchAll(KIND)) {
    const end = match.index + match[0].length
    const last = found.reduce((furthest, other) => (other.end <= match.index ? Math.max(furthest, other.end) : furthest), 0)
    const isBranch = last > 0 && match.index - last <= LONGEST_BRANCH
    const start = isBranch ? null : nameStart(folded, Math.max(last, match.index - LONGEST_NAME), match.index, match[0], regions)
    // What is in quotation marks alone is a coined name: “积分银行”.
    if (start !== null && !(folded[start - 1] === '“' && folded[end] === '”')) add(start, end)
  }
  return found.sort((a, b) => a.start - b.start)
}

/** With the place it is of; null where it is only some office. */
function officeStart({ index, 0: name }: RegExpExecArray, regions: FoundRegion[]): number | null {
  const region = regions.find(({ start, end }) => start < index + name.length && (end === index || (start <= index && end > index && end < index + name.length)))
  if (region !== undefined) return region.start
  return OF_THE_STATE.test(name) || WITH_LEVEL.test(name) ? index : null
}

/** The place right before the last words of a name, with those right before it: 贵阳市 and 温州 of 贵阳市温州商会. */
function ledBy(regions: FoundRegion[], border: number, kindStart: number): { start: number; end: number } | null {
  const near = regions.filter(({ start, end }) => start >= border && end <= kindStart && kindStart - end <= LONGEST_BEHIND_PLACE)
  const last = near.at(-1)
  if (last === undefined) return null
  let { start } = last
  for (const region of near.slice(0, -1).reverse()) if (region.end === start) start = region.start
  return { start, end: last.end }
}

function nameStart(folded: string, from: number, kindStart: number, kind: string, regions: FoundRegion[]): number | null {
  const stretch = folded.slice(from, kindStart)
  let border = from
  for (const match of stretch.matchAll(BORDER)) {
    const at = from + match.index
    // 都 of 成都 is no word.
    if (!regions.some(({ start, end }) => start <= at && at < end)) border = at + match[0].length
  }
  const region = ledBy(regions, border, kindStart)
  if (region !== null && !IN_NO_NAME.test(folded.slice(region.end, kindStart))) return region.start
  // 和 joins two names, but may also begin one: 和美社区.
  const and = /^.+[和与及]/u.exec(folded.slice(border, kindStart))?.[0].length ?? 0
  border += and
  const name = folded.slice(border, kindStart)
  const isWhole = border > from || from === 0
  if (OF_A_PLACE.test(kind)) return null
  if (PARTY.test(kind) && !/[村镇乡区]$/u.test(name)) return null
  return isWhole && name.length >= SHORTEST && !ONLY_DESCRIPTION.test(name) && !IN_NO_NAME.test(name) ? border : null
}
