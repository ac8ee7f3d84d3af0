import { fold } from './fold'
import { mayNameBegin, namesAt, type Place } from './places'

export interface FoundRegion {
  /** Short names, in simplified characters: 江西, 南昌. A city of its own rank (北京) is a province without a city. */
  province: string
  city: string
  /** By its full name: 青山湖区, 义乌市. Empty where none is named. */
  county: string
  start: number
  end: number
}

/** 长江西岸, 南京路: a street or a bank. */
const STREET_OR_BANK = /^[岸侧路街]/u
/** 朝阳区域, 县级, 义乌市场: the last character of the name belongs to the next word. */
const NEXT_WORD: Record<string, RegExp> = { 区: /^[域块间段别位]/u, 县: /^级/u, 市: /^场/u }

/**
 * Provinces, cities and counties named in a text, in the order of their places; script and width do not matter. A
 * province, its city and its county right behind one another (江西省南昌市青山湖区) are one find. Short names that are
 * also words (来宾, 大同) count only with their rank or behind what they are in; of counties with the same name (鼓楼区)
 * the one that is in a place named before, or nowhere else, is meant.
 * @param folded the text, where it is folded already.
 */
export function findRegions(text: string, folded = fold(text)): FoundRegion[] {
  const found: FoundRegion[] = []
  for (let start = 0; start < folded.length - 1;) {
    const match = mayNameBegin(folded, start) ? regionAt(folded, start, found) : undefined
    if (match === undefined) {
      start++
      continue
    }
    const before = found.at(-1)
    if (before?.end === start && isWithin(match, before)) Object.assign(before, { city: match.city, county: match.county, end: match.end })
    else found.push(match)
    start = match.end
  }
  return found
}

function regionAt(folded: string, start: number, found: FoundRegion[]): FoundRegion | undefined {
  for (const { name, places } of namesAt(folded, start) ?? []) {
    if (!folded.startsWith(name, start)) continue
    const end = start + name.length
    const rest = folded.slice(end, end + 2)
    if (STREET_OR_BANK.test(rest) || NEXT_WORD[name.at(-1)!]?.test(rest) === true) continue
    const place = meant(places, start, found)
    if (place !== undefined) return { province: place.province, city: place.city, county: place.county, start, end }
  }
  return undefined
}

/** Which place of that name is meant, as far as what was named before tells. */
function meant(places: readonly Place[], start: number, found: FoundRegion[]): Place | undefined {
  const before = found.at(-1)
  const superior = before?.end === start ? before : undefined
  if (superior !== undefined) {
    const within = places.find((place) => isWithin(place, superior))
    if (within !== undefined) return within
  }
  // 丽水 is Lishui once 浙江省丽水市 was named.
  const named = places.find((place) => place.city !== '' && found.some(({ province, city, county }) => province === place.province && city === place.city && county === place.county))
  if (named !== undefined) return named
  const [only, ...others] = places.filter(({ needs }) => needs !== 'superior')
  if (only === undefined) return undefined
  if (only.county === '') return only
  const inCity = [only, ...others].filter(({ province, city }) => found.some((each) => each.province === province && each.city === city))
  if (inCity.length > 0) return inCity[0]
  const inProvince = [only, ...others].filter(({ province }) => found.some((each) => each.province === province))
  if (inProvince.length > 0) return inProvince[0]
  return others.length === 0 && only.needs === 'nothing' ? only : undefined
}

/** Whether a place is one of those within another. */
function isWithin(place: Pick<Place, 'province' | 'city' | 'county'>, superior: Pick<FoundRegion, 'province' | 'city' | 'county'>): boolean {
  if (place.province !== superior.province || superior.county !== '') return false
  if (superior.city === '') return place.city !== '' || place.county !== ''
  return place.city === superior.city && place.county !== ''
}
