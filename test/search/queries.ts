import type { SearchDocument } from '#core/search/index'
import { phraseOf } from './support'

/** Asked of any library. */
export const STANDING_QUERIES = [
  '商会', '商會', '党', '党建 模式', '云南', '云南 OR 河南', 'tag:党建', 'tag:党建 -商会', '-商会', 'region:云南', 'theme:组织', 'title:商会', 'has:source', '-has:tag',
  'year:2016', 'year:2016..2019 商会', 'shanghui', 'dangjian', 'dj', 'yn', 'ynms', '云nan', 'yunnan模式', '云南ms', 'chongqing', 'changsha', 'zhangsha',
  '云难', '南云', '党健', '党健模式', '党建莫式云南', '商汇企业', '7000', '七千', '７０００', '2016', '二〇一六', 'qq', 'QQ', 'app', 'iso9001', '"党建 商会"', '𠮷', '😀', '。', '',
  '火星探测器', 'year:soon 商会', '商会 商会 商会',
]

/** Queries that the texts of a library give: pieces, pieces with an error, two words of one case. */
export function queriesOf(documents: readonly SearchDocument[]): string[] {
  return documents.flatMap(({ title, fields }) => {
    const text = fields.toSorted((a, b) => b.text.length - a.text.length)[0]?.text ?? ''
    const middle = [...text].slice(Math.floor([...text].length / 2))
    return [
      title,
      phraseOf(title) ?? '',
      middle.slice(0, 4).join(''),
      [middle[1], middle[0], ...middle.slice(2, 5)].join(''),
      `${middle.slice(0, 2).join('')} ${[...title].slice(-2).join('')}`,
    ]
  })
}
