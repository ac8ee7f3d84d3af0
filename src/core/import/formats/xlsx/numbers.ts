import type { NumberStyle } from './styles'

const DAY = 24 * 60 * 60 * 1000
/** Day 0 of either calendar; that of 1900 counts a 29 February that never was. */
const EPOCH = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
/** 31 December 9999. */
const LAST_DAY = 2_958_465
/** Digits that a spreadsheet keeps. */
const PRECISION = 15

/** A number as its cell shows it: dates as 2021-03-05, percentages with their sign, leading zeros where the format asks for them. */
export function numberText(written: string, style: NumberStyle | undefined, from1904: boolean): string {
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return written
  if (style === undefined) return plain(value)
  if (style.kind === 'percent') return `${style.decimals === null ? plain(value * 100) : (value * 100).toFixed(Math.min(style.decimals, PRECISION))}%`
  if (style.kind === 'plain') return padded(style.decimals !== null && style.digits > 0 && style.decimals > 0 ? value.toFixed(Math.min(style.decimals, PRECISION)) : plain(value), style.digits)
  return value < 0 || value > LAST_DAY ? plain(value) : dateText(value, style.kind, from1904)
}

function dateText(value: number, kind: 'date' | 'time' | 'dateTime', from1904: boolean): string {
  const days = !from1904 && value < 60 && kind !== 'time' ? value + 1 : value
  const iso = new Date((from1904 ? EPOCH_1904 : EPOCH) + Math.round(days * DAY / 1000) * 1000).toISOString()
  const [date, time] = [iso.slice(0, 10), iso.slice(11, 19).replace(/:00$/u, '')]
  return kind === 'date' ? date : kind === 'time' ? time : `${date} ${time}`
}

function plain(value: number): string {
  const text = String(Number(value.toPrecision(PRECISION)))
  return text.includes('e') && Math.abs(value) >= 1 ? BigInt(Math.round(value)).toString() : text
}

function padded(text: string, digits: number): string {
  const [, sign, whole, rest] = /^(-?)(\d+)(.*)$/u.exec(text) ?? []
  return whole === undefined ? text : `${sign}${whole.padStart(digits, '0')}${rest}`
}
