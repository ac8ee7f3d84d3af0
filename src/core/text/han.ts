import { unitSet, type UnitSet } from './unit-set'

const HAN = /^\p{Script=Han}/u
const LETTER = /^[\p{L}\p{N}]/u

let hanUnits: UnitSet | null = null

/** Whether the first character is a Han character (々, 〇 and radicals count). */
export function isHan(character: string): boolean {
  return isHanAt(character, 0)
}

/** Whether a Han character begins at a place of a text. */
export function isHanAt(text: string, at: number): boolean {
  hanUnits ??= unitSet(/\p{Script=Han}+/gu)
  const unit = text.charCodeAt(at)
  return isSurrogate(unit) ? HAN.test(text.slice(at, at + 2)) : hanUnits[unit] === 1
}

/** Whether a Han character ends at a place of a text. */
export function isHanBefore(text: string, at: number): boolean {
  const isPair = isSurrogate(text.charCodeAt(at - 1)) && text.codePointAt(at - 2)! > 0xffff
  return isHanAt(text, isPair ? at - 2 : at - 1)
}

/** Whether the first character is a letter or digit of any script. */
export function isLetter(character: string): boolean {
  return LETTER.test(character)
}

/** Whether a UTF-16 unit is one of the two of a character. */
export function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}

/** The whole characters that end at `end`, at most `count` of them. */
export function charactersBefore(text: string, end: number, count: number): string {
  return [...text.slice(Math.max(0, end - count * 2), end)].slice(-count).join('')
}

/** The whole characters that begin at `start`, at most `count` of them. */
export function charactersAfter(text: string, start: number, count: number): string {
  return [...text.slice(start, start + count * 2)].slice(0, count).join('')
}
