import type { Random } from '../lib/random'

export type Slip = 'wrong' | 'missing' | 'extra' | 'swapped'
const SLIPS: Slip[] = ['wrong', 'missing', 'extra', 'swapped']

/** The passage with one slip somewhere, or null where that place has none to make. */
export function spoil(how: Slip, passage: string, random: Random, anyCharacter: () => string): string | null {
  const at = Math.floor(passage.length * random())
  const spoilt = {
    wrong: () => passage.slice(0, at) + anyCharacter() + passage.slice(at + 1),
    missing: () => passage.slice(0, at) + passage.slice(at + 1),
    extra: () => passage.slice(0, at) + anyCharacter() + passage.slice(at),
    swapped: () => passage.slice(0, at) + (passage[at + 1] ?? '') + passage[at]! + passage.slice(at + 2),
  }[how]()
  return spoilt === passage ? null : spoilt
}

/** Two slips of any kind, one in either half. */
export function spoilTwice(passage: string, random: Random, anyCharacter: () => string): string | null {
  const middle = passage.length >> 1
  const halves = [passage.slice(0, middle), passage.slice(middle)].map((half) => spoil(SLIPS[Math.floor(SLIPS.length * random())]!, half, random, anyCharacter))
  return halves.includes(null) ? null : halves.join('')
}

const EXTENSION_A = 0x3400
const EXTENSION_A_SIZE = 0x19b0

/** Text that ought to stand nowhere, by turns: characters nobody writes, common ones at random, letters that spell nothing. */
export function nothing(round: number, random: Random, anyCharacter: () => string): string {
  const length = 6 + Math.floor(5 * random())
  const character = [
    () => String.fromCharCode(EXTENSION_A + Math.floor(EXTENSION_A_SIZE * random())),
    anyCharacter,
    () => 'bcdfghjklmnpqrstvwxz'[Math.floor(20 * random())]!,
  ][round % 3]!
  return Array.from({ length }, character).join('')
}
