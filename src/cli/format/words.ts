import type { Region } from '#api'

/** The end of an id: enough to name a case by, as its start is the time and much the same for all of an import. */
export function shortId(id: string): string {
  return id.slice(-8)
}

export function regionText({ province, city }: Region): string {
  return province === city ? province : `${province}${city}`
}

/** A point in time in the user's zone, to the minute. */
export function timeText(iso: string): string {
  const time = new Date(iso)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`
}
