import fc from 'fast-check'
import type { Case } from '#api'
import type { SearchDocument } from '#core/search/index'
import { searchable } from './cases'

/** Words of both scripts, letters, numbers in all forms, signs, blanks, and characters that are none or two units long. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('党建', '黨建', '商会', '商會', '云南', '雲南', '河南', '模式', '企业', '企業', '服务', '党员', '黨員', '重庆', '长沙') },
  { weight: 3, arbitrary: fc.constantFrom(...'党建云南模式商会员一三千万服务乐重曾'.split('')) },
  { weight: 2, arbitrary: fc.constantFrom('，', '。', '“', '”', '「', '」', '"', '\'', '——', '-', ':', '：', '(', '！', '·') },
  { weight: 2, arbitrary: fc.constantFrom('App', 'APP', 'qq', 'QQ', 'Ａ', 'ISO9001', 'shanghui', 'dj', 'OR', 'tag:', '7000', '７０００', '七千', '2016', '二〇一六', '3.5', '0') },
  { weight: 1, arbitrary: fc.constantFrom(' ', '　', '\n', '\t', '\u00a0', '\u0000', '\u0007', '\u200b', '\ufeff') },
  { weight: 1, arbitrary: fc.constantFrom('𠮷', '😀', '👨‍👩‍👧', '𝐀', '\ud842', '\udfb7', 'é', 'e\u0301', 'İ', 'ß', 'ﬁ', '⼈') },
)

const text = (maxLength: number) => fc.array(piece, { maxLength }).map((pieces) => pieces.join(''))

const said = fc.record({
  title: text(6),
  organisation: text(4),
  modelName: text(3),
  region: fc.constantFrom('', '云南 昆明', '云南', '河南 郑州', '重庆'),
  period: fc.constantFrom('', '2016', '2015–2018', '2020'),
  text: fc.array(fc.tuple(text(3), text(40)), { maxLength: 3 }),
  tags: fc.uniqueArray(fc.oneof(fc.constantFrom('党建', '党建/品牌', '黨建', '商会'), text(2)), { maxLength: 3 }),
  themes: fc.uniqueArray(fc.constantFrom('组织建设', '党员教育'), { maxLength: 2 }),
  notes: text(8),
  sources: fc.constantFrom<Case['sources']>([], [{ title: '商会年报', author: '云南' }]),
})

/** Any case, under the id that is given. */
export const randomCase = (id: string): fc.Arbitrary<SearchDocument> => said.map(({ title, ...rest }) => searchable(id, title, rest))

/** Up to six cases of any kind. */
export const randomLibrary: fc.Arbitrary<SearchDocument[]> = fc.integer({ min: 1, max: 6 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => randomCase(`c${index}`))))
