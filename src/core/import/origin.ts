import { fold, type FoundRegion } from '../text'

/** How merchants from a place are called elsewhere, with the place. Words such as 电商 or 台商 are not among them. */
const MERCHANTS: Record<string, string> = {
  泉商: '泉州', 温商: '温州', 莆商: '莆田', 甬商: '宁波', 潮商: '潮州', 浙商: '浙江', 闽商: '福建', 粤商: '广东', 晋商: '山西', 徽商: '安徽',
  苏商: '江苏', 湘商: '湖南', 赣商: '江西', 川商: '四川', 豫商: '河南', 楚商: '湖北', 鲁商: '山东', 冀商: '河北', 滇商: '云南',
}

/**
 * The place its members come from, for a chamber of merchants away from home, as the text gives it away: 莆田籍, 泉商,
 * 南京、金华两地. In the text's own characters where it names the place; null where nothing points elsewhere.
 */
export function findOrigin(text: string, host: FoundRegion, regions: FoundRegion[], folded = fold(text)): string | null {
  const isElsewhere = (region: FoundRegion) => region.city !== '' && region.city !== host.city
  const native = regions.find((region) => isElsewhere(region) && folded[region.end] === '籍')
  if (native !== undefined) return placeName(text, native)
  const pair = regions.find((region, index) => {
    const before = regions[index - 1]
    return isElsewhere(region) && /^(?:两地|两市|二地)/u.test(folded.slice(region.end)) && before !== undefined
      && before.city === host.city && /^[、和与]$/u.test(folded.slice(before.end, region.start))
  })
  if (pair !== undefined) return placeName(text, pair)
  const merchants = Object.keys(MERCHANTS).find((name) => folded.includes(name) && !folded.includes(`${name}银行`))
  const place = merchants === undefined ? undefined : MERCHANTS[merchants]
  return place === undefined || place === host.city || place === host.province ? null : place
}

/** A region's short name in the characters of the text: 鄭州 of 鄭州市. */
export function placeName(text: string, region: FoundRegion): string {
  const short = region.city === '' ? region.province : region.city
  const written = text.slice(region.start, region.end)
  const at = fold(written).indexOf(short)
  return at < 0 ? short : written.slice(at, at + short.length)
}
