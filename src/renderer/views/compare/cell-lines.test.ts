import { describe, expect, it } from 'vitest'
import { linesOf } from './cell-lines'

const passage = (text: string, start = 0) => ({ id: text, text, field: 'sections/1', start, end: start + text.length, origin: 'suggested' as const })

describe('linesOf', () => {
  it('shows a coined practice with what it stands for', () => {
    const lines = linesOf('fact', { caseId: 'a', summary: '三個一（重溫誓詞）；心靈茶座', passages: [passage('三個一'), passage('心靈茶座')] })
    expect(lines.map(({ text, note }) => text + note)).toEqual(['三個一（重溫誓詞）', '心靈茶座'])
  })

  it('does not say a section twice, although its text is the summary as well', () => {
    expect(linesOf('role', { caseId: 'a', summary: '首個商會。', passages: [passage('首個商會。')] })).toMatchObject([{ text: '首個商會。', note: '' }])
    expect(linesOf('role', { caseId: 'a', summary: '甲；乙', passages: [passage('甲；乙')] })).toMatchObject([{ text: '甲；乙', note: '' }])
  })

  it('leads from a field to the passage that names it, and shows a field no passage names', () => {
    const [line] = linesOf('field', { caseId: 'a', summary: '云南 昆明', passages: [passage('云南省', 3), passage('昆明', 9)] })
    expect(line).toMatchObject({ text: '云南 昆明', passage: { start: 3 } })
    expect(linesOf('field', { caseId: 'a', summary: '云南', passages: [] })).toEqual([{ text: '云南', passage: undefined, note: '' }])
    expect(linesOf('field', { caseId: 'a', summary: '', passages: [] })).toEqual([])
  })
})
