import { InvalidArgumentError } from 'commander'

/** A whole number of at least zero. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError(text)
  return Number(text)
}

/** A whole number of at least one. */
export function positiveNumber(text: string): number {
  const number = wholeNumber(text)
  if (number === 0) throw new InvalidArgumentError(text)
  return number
}

/** A port of this computer; 0 is a free one. */
export function portNumber(text: string): number {
  const number = wholeNumber(text)
  if (number > 65_535) throw new InvalidArgumentError(text)
  return number
}

/** For an option that can be repeated. */
export function collect(value: string, before: string[] = []): string[] {
  return [...before, value]
}
