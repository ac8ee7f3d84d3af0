import { AppError, type SectionRole, type Template } from '#api'

/** Ways to split that are no template: the whole file as one case, blank lines, headings. */
export const WHOLE = 'whole'
export const PARAGRAPHS = 'paragraphs'
export const HEADINGS = 'headings'
/** As the file itself marks its cases out. */
export const STATED = 'stated'
/** Headings of one level of Markdown: `headings-2`. */
const LEVEL = /^headings-([1-6])$/u

const roles = {
  background: ['背景', '案例背景', '工作背景', '实施背景', '背景情况', '基本情况', '概况'],
  practice: ['做法', '主要做法', '具体做法', '经验做法', '工作做法', '做法和措施', '主要举措', '举措'],
  outcome: ['成效', '主要成效', '工作成效', '取得成效', '成果', '成绩'],
  insight: ['启示', '经验启示', '工作启示', '启示与思考', '思考与启示', '思考'],
} satisfies Partial<Record<SectionRole, string[]>>

const everyRole: Template['sections'] = [
  { role: 'highlight', markers: ['看点', '亮点', '工作亮点', '主要亮点', '特色亮点'] },
  { role: 'features', markers: ['特色', '特点'] },
  ...Object.entries(roles).map(([role, markers]) => ({ role: role as SectionRole, markers })),
]

/** Markers are in simplified characters and are compared on folded text, so that 看點 matches 看点. */
export const templates: readonly Template[] = [
  {
    id: 'highlight-features',
    name: '看点 / 特色',
    sections: [
      { role: 'highlight', markers: ['看点'] },
      { role: 'features', markers: ['特色', '特点'] },
    ],
    caseMarkers: [], own: false,
  },
  {
    id: 'highlight-practice',
    name: '亮点 / 做法',
    sections: [
      { role: 'highlight', markers: ['亮点', '工作亮点', '主要亮点', '特色亮点'] },
      { role: 'practice', markers: roles.practice },
      { role: 'outcome', markers: roles.outcome },
      { role: 'insight', markers: roles.insight },
    ],
    caseMarkers: [], own: false,
  },
  {
    id: 'background-practice',
    name: '背景 / 做法 / 成效 / 启示',
    sections: [
      { role: 'background', markers: roles.background },
      { role: 'practice', markers: roles.practice },
      { role: 'outcome', markers: roles.outcome },
      { role: 'insight', markers: roles.insight },
    ],
    caseMarkers: [], own: false,
  },
  {
    id: 'numbered-cases',
    name: '案例一 / 案例二',
    sections: everyRole,
    caseMarkers: ['案例#', '典型案例#', '案例之#', '实例#', '案例【#】'], own: false,
  },
]

/** Every marker that is known, for sections of cases that something else tells apart. */
export const sectionMarkers: Template = { id: 'sections', name: 'sections', sections: everyRole, caseMarkers: [], own: false }

/** @throws AppError TEMPLATE_NOT_FOUND where `id` is neither a template nor another way to split. */
export function checkSplitId(id: string, known: readonly Template[]): void {
  const isKnown = [WHOLE, PARAGRAPHS, HEADINGS, STATED].includes(id) || levelOf(id) !== null || known.some((template) => template.id === id)
  if (!isKnown) throw new AppError('TEMPLATE_NOT_FOUND', { id })
}

/** The level of headings that a way to split goes by. */
export function levelOf(way: string): number | null {
  const level = LEVEL.exec(way)?.[1]
  return level === undefined ? null : Number(level)
}

export function wayOfLevel(level: number): string {
  return `headings-${level}`
}
