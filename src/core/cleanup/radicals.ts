import { spotAt, type Spot } from './spot'

/**
 * CJK Radicals Supplement (U+2E80 to U+2EFF) has no compatibility mapping in Unicode normalisation; these are the ones
 * that text taken from PDF files has in place of the character, with the character.
 */
const SUPPLEMENT: Record<string, string> = {
  '⺁': '厂', '⺅': '亻', '⺊': '卜', '⺟': '母', '⺠': '民', '⺫': '罒', '⺬': '示', '⺮': '竹', '⺼': '月', '⻁': '虎', '⻄': '西',
  '⻅': '见', '⻆': '角', '⻉': '贝', '⻋': '车', '⻑': '長', '⻓': '长', '⻔': '门', '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风',
  '⻜': '飞', '⻝': '食', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻧': '卤', '⻨': '麦', '⻩': '黄', '⻪': '黾',
  '⻬': '齐', '⻮': '齿', '⻰': '龙', '⻳': '龟',
}

const RADICALS = /[\u2e80-\u2eff\u2f00-\u2fd5]+/gu
const KANGXI = /[\u2f00-\u2fd5]+/gu
const CERTAIN = 0.99

/** Radicals that stand for the character they look like (⼯⼈ for 工人), each unbroken row of them one spot. */
export function findRadicals(text: string): Spot[] {
  return [...text.matchAll(RADICALS)].flatMap((match) => {
    const after = match[0]
      .replace(/[\u2e80-\u2eff]/gu, (radical) => SUPPLEMENT[radical] ?? radical)
      .replace(KANGXI, (radicals) => radicals.normalize('NFKC'))
    return after === match[0] ? [] : [spotAt(text, 'radical', match.index, match.index + match[0].length, after, CERTAIN)]
  })
}
