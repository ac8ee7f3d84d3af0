import counties from '#resources/counties.json'
import gazetteer from '#resources/gazetteer.json'
import { fold } from './fold'

/** A division that a name may mean; `city` and `county` are empty where it is above them. */
export interface Place {
  province: string
  city: string
  county: string
  /**
   * When the name counts: always; only where the text names its province too; or only right behind the province or city
   * it is in.
   */
  needs: 'nothing' | 'province' | 'superior'
}

export interface PlaceName {
  name: string
  places: Place[]
}

const CITY_RANKS = ['市', '地区', '自治州', '州', '盟']
/** Districts whose names are words for parts of any city. */
const EVERYWHERE = new Set('城区 郊区 矿区 东区 西区 南区 北区 中区 新城区 老城区 城中区 城东区 城西区 城北区 城厢区 新市区 市中区 河口区 中山区 和平区 朝阳区'.split(' '))
const PEOPLES = '壮|回|维吾尔|藏|蒙古|哈萨克|朝鲜|土家|苗|布依|侗|彝|白|傣|景颇|傈僳|哈尼|羌|柯尔克孜|黎|满|畲|瑶|仫佬|毛南|各|水|仡佬|佤|拉祜|布朗|纳西|独龙|怒|普米|保安|东乡|撒拉|裕固|土|锡伯|塔吉克|达斡尔|鄂温克|鄂伦春'
const AUTONOMOUS = new RegExp(`(?:(?:${PEOPLES})族?)+自治(?:县|旗)$`, 'u')
const RANK = /(?:特区|林区|新区|区|县|市|旗)$/u

/** Bits of a UTF-16 unit that is the first or the second one of a name. */
const FIRST = 1
const SECOND = 2
const UNITS = 0x1_0000

let known: Map<number, PlaceName[]> | null = null
let heads: Uint8Array | null = null

/** Whether a name could begin there, as far as its two characters tell, each by itself. */
export function mayNameBegin(folded: string, at: number): boolean {
  heads ??= headsOf(known ??= build())
  return (heads[folded.charCodeAt(at)]! & FIRST) !== 0 && (heads[folded.charCodeAt(at + 1)]! & SECOND) !== 0
}

/** The names that begin with two characters, the longest first; made when first asked, since most starts never ask. */
export function namesAt(folded: string, at: number): readonly PlaceName[] | undefined {
  known ??= build()
  return known.get(keyAt(folded, at))
}

function headsOf(names: ReadonlyMap<number, PlaceName[]>): Uint8Array {
  const found = new Uint8Array(UNITS)
  for (const key of names.keys()) {
    found[Math.floor(key / UNITS)]! |= FIRST
    found[key % UNITS]! |= SECOND
  }
  return found
}

function keyAt(text: string, at: number): number {
  return text.charCodeAt(at) * UNITS + text.charCodeAt(at + 1)
}

function build(): Map<number, PlaceName[]> {
  const names = new Map<string, Place[]>()
  const add = (name: string, place: Place) => {
    const places = names.get(name) ?? []
    if (!places.some((each) => each.province === place.province && each.city === place.city && each.county === place.county)) names.set(name, [...places, place])
  }
  for (const { name, full } of gazetteer) {
    for (const each of [name, full, `${name}省`]) add(each, { province: name, city: '', county: '', needs: 'nothing' })
  }
  for (const { name: province, cities } of gazetteer) {
    for (const city of cities as { name: string; full: string; ambiguous?: boolean }[]) {
      const place: Place = { province, city: city.name, county: '', needs: 'nothing' }
      for (const name of [city.full, ...CITY_RANKS.map((rank) => city.name + rank)]) add(name, place)
      add(city.name, { ...place, needs: city.ambiguous === true ? 'superior' : 'nothing' })
    }
  }
  addCounties(add)
  const byStart = new Map<number, PlaceName[]>()
  for (const [name, places] of names) {
    const key = keyAt(name, 0)
    byStart.set(key, [...(byStart.get(key) ?? []), { name, places }])
  }
  for (const list of byStart.values()) list.sort((a, b) => b.name.length - a.name.length)
  return byStart
}

function addCounties(add: (name: string, place: Place) => void): void {
  for (const [province, byCity] of Object.entries(counties as Record<string, Record<string, string>>)) {
    for (const [above, list] of Object.entries(byCity)) {
      for (const entry of list.split(' ')) {
        const isPlain = entry.startsWith('+')
        const full = fold(isPlain ? entry.slice(1) : entry)
        const short = shortOf(full)
        // A county-level city that no prefecture is above is a city of its province.
        const isCity = above === '' && full.endsWith('市')
        const place = { province, city: isCity ? short : above, county: isCity ? '' : full }
        const needs = EVERYWHERE.has(full) ? 'superior' : full.length === 2 ? 'province' : 'nothing'
        add(full, { ...place, needs })
        if (short.length < 2 || EVERYWHERE.has(full)) continue
        add(short, { ...place, needs: isPlain ? 'nothing' : 'superior' })
        if (AUTONOMOUS.test(full)) add(`${short}${full.endsWith('旗') ? '旗' : '县'}`, { ...place, needs: 'nothing' })
      }
    }
  }
}

/** 长阳土家族自治县 -> 长阳, 义乌市 -> 义乌; of one character none. */
function shortOf(full: string): string {
  const bare = full.replace(AUTONOMOUS, '')
  return bare === full ? full.replace(RANK, '') : bare
}
