import { childOf, elementsIn, type Element } from '../../markup/tree'

/** How the number of a cell is shown, as far as it changes what one reads. */
export interface NumberStyle {
  kind: 'plain' | 'date' | 'time' | 'dateTime' | 'percent'
  /** Places that are always shown: of whole digits, and behind the point; null where the format does not say. */
  digits: number
  decimals: number | null
}

const PLAIN: NumberStyle = { kind: 'plain', digits: 0, decimals: null }
/** Formats that need no words of their own in the file, with those of Chinese editions. */
const KNOWN: Record<number, string> = {
  1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 14: 'yyyy/m/d', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy/m/d h:mm', 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0',
  50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}

/** The style of each number that cells refer to. */
export function cellStyles(tree: Element | undefined): NumberStyle[] {
  const sheet = childOf(tree, 'styleSheet')
  const own = new Map(elementsOf(sheet, 'numFmts').map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? '']))
  return elementsOf(sheet, 'cellXfs').map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0)
    return styleOf(own.get(id) ?? KNOWN[id] ?? '')
  })
}

function styleOf(code: string): NumberStyle {
  const positive = code.split(';')[0]!.slice(0, 200)
  const bare = positive.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '').replace(/general/giu, '')
  const isDate = /[yd]/iu.test(bare) || (/m/iu.test(bare) && !/[hs]/iu.test(bare))
  const isTime = /[hs]/iu.test(bare)
  if (isDate || isTime) return { ...PLAIN, kind: isDate && isTime ? 'dateTime' : isDate ? 'date' : 'time' }
  const number = /([0#?,]+)(?:\.([0#?]*))?/u.exec(bare)
  if (number === null) return PLAIN
  const decimals = number[2] ?? ''
  return {
    kind: bare.includes('%') ? 'percent' : 'plain',
    digits: number[1]!.replace(/[^0]/gu, '').length,
    // A number is never shown with less than it has, but for what the format rounds away.
    decimals: /#/u.test(decimals) ? null : decimals.length,
  }
}

function elementsOf(parent: Element | undefined, name: string): Element[] {
  const list = childOf(parent, name)
  return list === undefined ? [] : elementsIn(list)
}
