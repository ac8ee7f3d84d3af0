const DIGITS = '零一二三四五六七八九'
const VALUES: Record<string, number> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
const SMALL: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const LARGE: Record<string, number> = { 万: 10_000, 亿: 100_000_000 }

const ARABIC = /(?<![\d.])(\d{1,3}(?:,\d{3})+|\d+)([十百千]?[万亿]|[百千])?(?![\d.])/g
const CHINESE = /[〇零一二两三四五六七八九十百千万亿]{2,}/g
const MOST_FORMS = 8

/**
 * Other ways to write the numbers of a folded term: 7000万 as 七千万 and 70000000, 二〇一六 as 2016. A single numeral is part
 * of a word (一带一路) and stays.
 */
export function numeralForms(term: string): string[] {
  const forms = new Set<string>()
  for (const match of term.matchAll(ARABIC)) {
    const value = Number(match[1]!.replaceAll(',', '')) * unitValue(match[2] ?? '')
    if (match[1]!.length > 1 || match[2] !== undefined) addForms(forms, term, match.index, match[0].length, value)
  }
  for (const match of term.matchAll(CHINESE)) {
    const value = chineseValue(match[0])
    if (value !== null) addForms(forms, term, match.index, match[0].length, value)
  }
  forms.delete(term)
  return [...forms].slice(0, MOST_FORMS)
}

function addForms(forms: Set<string>, term: string, start: number, length: number, value: number): void {
  if (!Number.isSafeInteger(value) || value < 10) return
  for (const form of formsOf(value)) forms.add(term.slice(0, start) + form + term.slice(start + length))
}

function formsOf(value: number): string[] {
  const forms = [String(value), chinese(value)]
  if (value >= 1000) forms.push(value.toLocaleString('en-US'))
  for (const [unit, size] of Object.entries(LARGE)) {
    if (value % size !== 0 || value < size) continue
    forms.push(`${value / size}${unit}`)
    if (value / size < 10_000) forms.push(`${chinese(value / size)}${unit}`)
  }
  if (value >= 1000 && value < 2100) forms.push([...String(value)].map((digit) => (digit === '0' ? '〇' : DIGITS[Number(digit)]!)).join(''))
  return [...forms, ...forms.filter((form) => /^二[百千万亿]/.test(form)).map((form) => `两${form.slice(1)}`)]
}

function unitValue(unit: string): number {
  return [...unit].reduce((value, character) => value * (SMALL[character] ?? LARGE[character]!), 1)
}

/** 七千万, 一百零五, 二〇一六; null for what is no number (万亿千). */
function chineseValue(text: string): number | null {
  if ([...text].every((character) => character in VALUES)) {
    return Number([...text].map((character) => VALUES[character]).join(''))
  }
  let total = 0
  let section = 0
  let digit = -1
  for (const character of text) {
    if (character in VALUES) {
      if (digit > 0) return null
      digit = VALUES[character]!
    } else if (character in SMALL) {
      section += (digit < 0 ? 1 : digit) * SMALL[character]!
      digit = -1
    } else {
      const part = section + Math.max(0, digit)
      if (part === 0 && total === 0) return null
      total = (total + part) * LARGE[character]!
      section = 0
      digit = -1
    }
  }
  return total + section + Math.max(0, digit)
}

function chinese(value: number): string {
  for (const [unit, size] of Object.entries(LARGE).reverse()) {
    if (value < size) continue
    const rest = value % size
    return chinese(Math.floor(value / size)) + unit + (rest === 0 ? '' : (rest < size / 10 ? '零' : '') + chinese(rest))
  }
  let text = ''
  let rest = value
  let isGap = false
  for (const [unit, size] of [['千', 1000], ['百', 100], ['十', 10], ['', 1]] as const) {
    const digit = Math.floor(rest / size)
    rest %= size
    if (digit === 0) isGap = text !== ''
    else {
      text += (isGap ? '零' : '') + (size === 10 && digit === 1 && text === '' ? '' : DIGITS[digit]) + unit
      isGap = false
    }
  }
  return text
}
