import gazetteer from '#resources/gazetteer.json'
import { fold } from './fold'

export interface FoundRegion {
  /** Short names, in simplified characters: 江西, 南昌. A city of its own rank (北京) is a province without a city. */
  province: string
  city: string
  start: number
  end: number
}

interface Place {
  province: string
  city: string
  ambiguous: boolean
}

const RANKS = ['市', '地区', '自治州', '州', '盟']
const STREET_OR_BANK = '岸侧路街'

const places = buildPlaces()
const longest = Math.max(...[...places.keys()].map((name) => name.length))
const initials = new Set([...places.keys()].map((name) => name[0]!))

/**
 * Provinces and prefecture-level cities named in a text, in the order of their places; script and width do not matter.
 * A province and its city right behind it (江西省南昌市) are one find. Short names that are also words (来宾, 大同) count
 * only with their rank or behind their province.
 */
export function findRegions(text: string): FoundRegion[] {
  const folded = fold(text)
  const found: FoundRegion[] = []
  for (let start = 0; start < folded.length;) {
    const match = initials.has(folded[start]!) ? placeAt(folded, start, found.at(-1)) : undefined
    if (match === undefined) {
      start++
      continue
    }
    const before = found.at(-1)
    if (before !== undefined && before.end === start && before.city === '' && match.city !== '' && before.province === match.province) {
      before.city = match.city
      before.end = match.end
    } else {
      found.push(match)
    }
    start = match.end
  }
  return found
}

function placeAt(folded: string, start: number, before: FoundRegion | undefined): FoundRegion | undefined {
  for (let length = Math.min(longest, folded.length - start); length >= 2; length--) {
    const name = folded.slice(start, start + length)
    for (const place of places.get(name) ?? []) {
      const end = start + length
      // 长江西岸, 南京路
      if (STREET_OR_BANK.includes(folded[end] || ' ')) continue
      const behindItsProvince = before?.end === start && before.province === place.province && before.city === ''
      if (place.ambiguous && !behindItsProvince) continue
      return { province: place.province, city: place.city, start, end }
    }
  }
  return undefined
}

function buildPlaces(): Map<string, Place[]> {
  const map = new Map<string, Place[]>()
  const add = (name: string, place: Place) => {
    const known = map.get(name) ?? []
    if (!known.some(({ province, city }) => province === place.province && city === place.city)) map.set(name, [...known, place])
  }
  for (const province of gazetteer) {
    const place = { province: province.name, city: '', ambiguous: false }
    for (const name of [province.name, province.full, `${province.name}省`]) add(name, place)
  }
  for (const province of gazetteer) {
    for (const city of province.cities as { name: string; full: string; ambiguous?: boolean }[]) {
      const place = { province: province.name, city: city.name, ambiguous: false }
      add(city.full, place)
      for (const rank of RANKS) add(city.name + rank, place)
      add(city.name, { ...place, ambiguous: city.ambiguous === true })
    }
  }
  return map
}
