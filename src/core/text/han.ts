const HAN = /^\p{Script=Han}/u
const LETTER = /^[\p{L}\p{N}]/u

/** Whether the first character is a Han character (々, 〇 and radicals count). */
export function isHan(character: string): boolean {
  return HAN.test(character)
}

/** Whether the first character is a letter or digit of any script. */
export function isLetter(character: string): boolean {
  return LETTER.test(character)
}

/** The whole characters that end at `end`, at most `count` of them. */
export function charactersBefore(text: string, end: number, count: number): string {
  return [...text.slice(Math.max(0, end - count * 2), end)].slice(-count).join('')
}

/** The whole characters that begin at `start`, at most `count` of them. */
export function charactersAfter(text: string, start: number, count: number): string {
  return [...text.slice(start, start + count * 2)].slice(0, count).join('')
}
