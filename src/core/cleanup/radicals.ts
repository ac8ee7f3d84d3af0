import { spotAt, type Spot } from './spot'

/**
 * CJK Radicals Supplement (U+2E80 to U+2EFF) has no compatibility mapping in Unicode normalisation: radicals, each with
 * the character it stands for in text taken from PDF files, in pairs. After Unicode's EquivalentUnifiedIdeograph.txt,
 * but ⺫ and ⺼ as fonts draw them.
 */
const SUPPLEMENT = new Map(
  (
    '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻'
    + '⺮竹⺯糹⺰纟⺱罓⺲罒⺳㓁⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食'
    + '⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'
  ).match(/../gu)!.map((pair) => [pair[0]!, pair[1]!]),
)

const RADICALS = /[\u2e80-\u2eff\u2f00-\u2fd5\uf900-\ufaff]+|[\u{2f800}-\u{2fa1f}]+/gu
const COMPATIBILITY = /[\uf900-\ufaff]|[\u{2f800}-\u{2fa1f}]/u
/** In Korean and Japanese a compatibility ideograph says how a character is read, or how a name is written. */
const ELSEWHERE = /[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u
const AROUND = 24
const CERTAIN = 0.99

/**
 * Radicals that stand for the character they look like (⼯⼈ for 工人), and characters that Unicode has only for the sake
 * of other character sets (U+F9E8 for 里), each unbroken row of them one spot. Some in the range of the latter are characters of their own:
 * normalisation leaves them as they are.
 */
export function findRadicals(text: string): Spot[] {
  return [...text.matchAll(RADICALS)].flatMap((match) => {
    const end = match.index + match[0].length
    if (COMPATIBILITY.test(match[0]) && ELSEWHERE.test(surroundings(text, match.index, end))) return []
    const after = match[0].replace(/[\u2e80-\u2eff]/gu, (radical) => SUPPLEMENT.get(radical) ?? radical).normalize('NFKC')
    return after === match[0] ? [] : [spotAt(text, 'radical', match.index, end, after, CERTAIN)]
  })
}

/** What stands near in the same line. */
function surroundings(text: string, start: number, end: number): string {
  return text.slice(Math.max(0, start - AROUND), start).split('\n').at(-1)! + text.slice(end, end + AROUND).split('\n')[0]!
}
