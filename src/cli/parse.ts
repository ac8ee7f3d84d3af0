import { InvalidArgumentError } from 'commander'

/** A whole number of at least zero. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError(text)
  return Number(text)
}

/** For an option that can be repeated. */
export function collect(value: string, before: string[] = []): string[] {
  return [...before, value]
}
