const DIGITS = '〇一二三四五六七八九'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'

/** A number as a list writes it; `format` is a name of Word's, or an example of OpenDocument's. */
export function labelOf(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter': case 'a': return letters(number, 'a')
    case 'upperLetter': case 'A': return letters(number, 'A')
    case 'lowerRoman': case 'i': return roman(number)
    case 'upperRoman': case 'I': return roman(number).toUpperCase()
    case 'chineseCounting': case 'chineseCountingThousand': case 'japaneseCounting': case 'taiwaneseCounting': case 'taiwaneseCountingThousand':
    case '一, 二, 三, ...':
      return counting(number)
    case 'ideographDigital': case 'taiwaneseDigital': case 'japaneseDigitalTenThousand': return [...String(number)].map((digit) => DIGITS[Number(digit)]).join('')
    case 'ideographTraditional': case '甲, 乙, 丙, ...': return STEMS[number - 1] ?? String(number)
    case 'ideographZodiac': case '子, 丑, 寅, ...': return BRANCHES[number - 1] ?? String(number)
    case 'decimalEnclosedCircle': case 'decimalEnclosedCircleChinese': case '①, ②, ③, ...':
      return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : String(number)
    case 'decimalFullWidth': case '１, ２, ３, ...': return [...String(number)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')
    case 'decimalZero': return String(number).padStart(2, '0')
    case 'none': return ''
    default: return String(number)
  }
}

function counting(number: number): string {
  if (number < 1 || number > 9999) return String(number)
  let text = ''
  for (const [unit, name] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const digit = Math.floor(number / unit) % 10
    if (digit > 0) text += DIGITS[digit]! + name
    else if (text !== '' && number % unit > 0 && !text.endsWith('零')) text += '零'
  }
  return text.replace(/^一十/u, '十')
}

function letters(number: number, first: string): string {
  return number < 1 ? String(number) : String.fromCodePoint(first.codePointAt(0)! + (number - 1) % 26).repeat(Math.min(10, Math.ceil(number / 26)))
}

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number)
  let [rest, text] = [number, '']
  for (const [value, sign] of [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']] as const) {
    for (; rest >= value; rest -= value) text += sign
  }
  return text
}
