import type { ColumnUse, SectionRole } from '#api'
import { fold } from '../../text'
import { roleOfHeading } from '../roles'

type Field = Exclude<ColumnUse['field'], 'section' | 'none'>

/** One use for each column, in their order. */
export type Mapping = readonly ColumnUse[]

/** Folded: simplified characters and lower case, without spaces. The name that says most stands first. */
const NAMES: Record<Field, readonly string[]> = {
  id: ['caseid'],
  title: ['标题', '题目', '题名', '案例名称', '案例标题', '案例名', '案例', '名称', '主题', 'title', 'casetitle', 'casename', 'case', 'name'],
  organisation: [
    '组织', '组织名称', '商会名称', '商会', '单位名称', '单位', '机构名称', '机构', '协会', '主体', 'organisation', 'organization', 'chamber', 'association', 'institution',
  ],
  modelName: ['模式', '模式名称', '经验模式', '经验名称', 'model', 'modelname'],
  region: ['地区', '区域', '地域', '省市', '所在地', '所在地区', '地点', 'region', 'place', 'location', 'area'],
  province: ['省', '省份', '所在省', '省级', 'province'],
  city: ['市', '城市', '地市', '地级市', '所在市', 'city'],
  period: ['时间', '时期', '年份', '年度', '日期', '起止时间', '实施时间', 'period', 'time', 'date', 'year', 'years'],
  tags: ['标签', '关键词', '关键字', '分类', '类别', 'tags', 'tag', 'keywords', 'labels'],
  sources: ['来源', '出处', '资料来源', '文献来源', '链接', 'source', 'sources', 'reference', 'references', 'url', 'link'],
  notes: ['备注', '附注', '注', 'notes', 'note', 'remark', 'remarks', 'comment', 'comments'],
}

const SECTIONS: Partial<Record<string, SectionRole>> = {
  highlight: 'highlight', highlights: 'highlight', feature: 'features', features: 'features', background: 'background', context: 'background',
  practice: 'practice', practices: 'practice', measures: 'practice', outcome: 'outcome', outcomes: 'outcome', results: 'outcome',
  insight: 'insight', insights: 'insight', lessons: 'insight',
}

const MANY_SOURCES: ReadonlySet<Field> = new Set(['tags', 'sources', 'notes'])

/**
 * What the columns of a table are for, by their headings in either script or English. A heading that says nothing known
 * is the heading of a section; so is one whose field another column has already.
 */
export function proposeMapping(headings: readonly string[]): Mapping {
  const best = new Map<Field, { column: number; rank: number }>()
  const fields = headings.map((heading) => fieldOf(heading))
  for (const [column, found] of fields.entries()) {
    if (found !== null && found.rank < (best.get(found.field)?.rank ?? Infinity)) best.set(found.field, { column, rank: found.rank })
  }
  return headings.map((heading, column) => {
    const found = fields[column]
    if (found !== undefined && found !== null && (MANY_SOURCES.has(found.field) || best.get(found.field)!.column === column)) return { field: found.field }
    return sectionFor(heading)
  })
}

/** How many of the headings are known: the row of a table that has most of them is the one with its headings. */
export function knownHeadings(headings: readonly string[]): number {
  return headings.filter((heading) => fieldOf(heading) !== null || knownRole(heading) !== undefined).length
}

/** A section under this heading, in the role that it names. */
export function sectionFor(heading: string): ColumnUse {
  const written = heading.replace(/\s+/gu, ' ').trim()
  return { field: 'section', role: knownRole(written) ?? 'other', heading: written }
}

function fieldOf(heading: string): { field: Field; rank: number } | null {
  const name = plain(heading)
  for (const [field, names] of Object.entries(NAMES) as [Field, readonly string[]][]) {
    const rank = names.indexOf(name)
    if (rank >= 0) return { field, rank }
  }
  return null
}

function knownRole(heading: string): SectionRole | undefined {
  return roleOfHeading(heading) ?? (Object.hasOwn(SECTIONS, plain(heading)) ? SECTIONS[plain(heading)] : undefined)
}

function plain(heading: string): string {
  return fold(heading).toLowerCase().replace(/[\s:*_【】()（）]/gu, '')
}
