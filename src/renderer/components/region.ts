import type { Region } from '#api'

/** Province and city in one line; a municipality, whose city is itself, once. */
export function regionText({ province, city }: Region): string {
  return province === city ? province : [province, city].filter((part) => part !== '').join(' · ')
}
