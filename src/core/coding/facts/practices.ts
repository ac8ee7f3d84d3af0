import { keyOf, type Found } from './found'

const QUOTED = /“([^“”]{2,40})”/gu
const ITEM_BORDER = /[、,]/

/** 三比三评, 五同等, 三个一, 16字, 四部一办四会: a number makes a coined name. */
const NUMBERED = /^(?:\d+字|.{0,2}[一二两三四五六七八九十百千双\d]\p{Script=Han}[一二两三四五六七八九十双\d]\p{Script=Han}|[一二两三四五六七八九十双\d]\p{Script=Han}{1,2}$|[一二两三四五六七八九十\d](?:个|大|项|级|心|会|同|联|课|步|型|化)\p{Script=Han}*)/u
/** Words that a named practice ends with, or that follow its name. */
const CARRIER = '(?:模式|机制|制度|工程|行动|活动|平台|品牌|项目|计划|工作法|工作室|服务队|服务站|志愿队|志愿者|之旅|之家|茶座|课堂|讲堂|论坛|沙龙|基地|阵地|'
  + '体系|组织体系|文化|风景线|教育|公约|标准|导师|联盟|俱乐部|系列|主题|做法|经验|理念|思路|方针|原则|精神|口号|方法|先锋岗|示范岗|e家|驿站|党课|学堂|党日'
  + '|夜校|学校|议事会|车队|责任区|创客营|样板|合伙人|接待日|银行|路子|办法)'
const ENDS_WITH_CARRIER = new RegExp(`${CARRIER}$`, 'u')
const CARRIER_FOLLOWS = new RegExp(`^[^,。;:!?、“”]{0,8}?${CARRIER}`, 'u')
const CREATED = /(?:开展|打造|实行|推行|推出|创建|创立|创办|创新|组建|建立|设立|成立|探索|构建|总结|提炼|形成|树立|坚持|做到|秉承|倡导|提倡|提出|实施|践行|从|以|把|将|围绕|开设|开办|发起|启动|召开|称其?为|推出|采取|采用|试行|举办|叫[作做]|取名|办起|组成|定为)[^,。;:!?]{0,14}$/u

/** A figure of speech rather than a name: what follows says how it feels, or that it is a difficulty. */
const FIGURATIVE = /^(?:的?(?:良好)?(?:态势|局面|氛围|感受|作用|格局|意识|感觉|政治意识)|在外|等?(?:主要)?(?:焦点|问题|困难|矛盾|难题))/u

/** Offices and branches have quoted names too, but are no practice. */
const OFFICE = /(?:办公室|委员会|支部|党委|党组)$/u

const EXPLAINED = /^”(?:[^“”,。;:()]{0,16}[,(])?\s*(?:即|指的?是|也就是|比的是|内容[是为])[:]?\s*([^)。;]{3,80})/u
const BRACKETED = /^”[(](?!以下)([^()]*[、,][^()]*)[)]/u
const QUOTED_BEFORE = /“([^“”]{5,80})”(?:的|等|为(?:主要)?内容的)?$/u
const LISTED_BEFORE = /([^,。;:!?“”]+、[^,。;:!?“”]+?)(?:的|等|为(?:主要)?内容的)?$/u

/** Coined, quoted names of practices, with what they stand for where the text says so. */
export function practicesIn(folded: string, text: string): Found[] {
  const quoted = [...folded.matchAll(QUOTED)].map((match) => ({
    name: match[1]!, start: match.index + 1, end: match.index + match[0].length - 1,
  }))
  const expansions = new Set<number>()
  const found: Found[] = []
  for (const { name, start, end } of [...quoted].reverse()) {
    const before = folded.slice(Math.max(0, start - 1 - 90), start - 1)
    const after = folded.slice(end + 1, end + 30)
    if (expansions.has(start) || FIGURATIVE.test(after) || OFFICE.test(name) || !isCoined(name, before, after)) continue
    const explanation = explanationOf(folded, name, start, end)
    if (explanation?.isQuoted === true) expansions.add(explanation.start)
    found.push({
      kind: 'practice', start, end, key: keyOf(name),
      ...(explanation === null ? {} : { expansion: text.slice(explanation.start, explanation.end) }),
    })
  }
  return found.reverse()
}

function isCoined(name: string, before: string, after: string): boolean {
  const items = name.split(ITEM_BORDER)
  if (items.length > 1) return isParallel(items) || CREATED.test(before)
  if (name.length > 20 || (name.length < 3 && !CARRIER_FOLLOWS.test(after))) return false
  return NUMBERED.test(name) || ENDS_WITH_CARRIER.test(name) || CARRIER_FOLLOWS.test(after) || CREATED.test(before)
}

function explanationOf(folded: string, name: string, start: number, end: number): { start: number; end: number; isQuoted: boolean } | null {
  const rest = folded.slice(end, end + 120)
  const behind = EXPLAINED.exec(rest) ?? BRACKETED.exec(rest)
  if (behind !== null) {
    const at = end + behind[0].indexOf(behind[1]!)
    return { start: at, end: at + behind[1]!.length, isQuoted: false }
  }
  if (!NUMBERED.test(name)) return null
  const openingMark = start - 1
  const before = folded.slice(Math.max(0, openingMark - 100), openingMark)
  const quotedBefore = QUOTED_BEFORE.exec(before)
  if (quotedBefore !== null && ITEM_BORDER.test(quotedBefore[1]!)) {
    const at = openingMark - before.length + quotedBefore.index + 1
    return { start: at, end: at + quotedBefore[1]!.length, isQuoted: true }
  }
  const listed = LISTED_BEFORE.exec(before)
  if (listed === null) return null
  const list = listAlone(listed[1]!)
  if (list === null) return null
  const at = openingMark - before.length + listed.index + listed[1]!.length - list.length
  return { start: at, end: at + list.length, isQuoted: false }
}

/** 在企业中开展比党性、比业绩、比爱心 -> 比党性、比业绩、比爱心: items that begin alike, or are equally long. */
function listAlone(clause: string): string | null {
  const [first, ...rest] = clause.split('、')
  if (first === undefined || rest.length === 0) return null
  const head = rest[0]![0]!
  const isAlike = rest.every((item) => item.startsWith(head))
  const at = isAlike ? first.lastIndexOf(head) : rest.every((item) => item.length === rest[0]!.length) ? first.length - rest[0]!.length : -1
  return at < 0 ? null : [first.slice(at), ...rest].join('、')
}

/** 党建兴会、服务立会、活动促会: a slogan has equally long parts, or parts that begin or end alike. */
function isParallel(items: string[]): boolean {
  const [first] = items as [string]
  return items.every((item) => item.length === first.length) || items.every((item) => item[0] === first[0]) || items.every((item) => item.at(-1) === first.at(-1))
}
