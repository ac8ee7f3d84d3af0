import { strFromU8, unzipSync } from 'fflate'

export const SENTENCES = [
  '商会先摸清会员企业的家底，再按行业划出十五个联络处，每个联络处都有专人、有账本、有活动日程。',
  '推行“三比三评”，比党性、比业绩、比爱心，评议结果写进年终总结，也写进会员的信用档案。',
  '政策咨询、项目对接、融资撮合、法律援助，一年办结三百二十七件；遇到难处，企业先想到的是支部。',
  'The branch also runs an English-language desk for overseas members, open on weekdays from 9:00 to 17:30.',
]
export const longText = (sentences: number, offset: number) =>
  Array.from({ length: sentences }, (_, index) => SENTENCES[(index + offset) % SENTENCES.length]! + (index % 3 === 2 ? '\n\n' : '')).join('')

export function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.xml')).map(([name, content]) => [name, strFromU8(content)]))
}

export function slidesOf(parts: Map<string, string>): string[] {
  return [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/u.test(name))
    .sort((a, b) => Number(/\d+/u.exec(a)![0]) - Number(/\d+/u.exec(b)![0])).map((name) => parts.get(name)!)
}

export const textOf = (xml: string) => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/gu)].map(([, text]) => text).join('')
