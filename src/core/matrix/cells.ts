import type { Case, Cell, Fact, Passage, Theme } from '#api'
import { suggestionsOf, textOf } from '../coding'
import { fold } from '../text'

type CellPassage = Cell['passages'][number]

const SUGGESTIONS_SHOWN = 5

/** The sections of one role: their whole text, which a view shortens. */
export function roleCell(item: Case, role: string): Cell {
  const sections = item.sections.filter((section) => section.role === role && section.text.trim() !== '')
  return {
    caseId: item.id,
    summary: sections.map(({ text }) => text.trim()).join('\n\n'),
    passages: sections.map(({ id, text }) => passage(item, `sections/${id}`, 0, text.length, 'coded')),
  }
}

export const COMPARED_FIELDS = ['title', 'organisation', 'modelName', 'region', 'period', 'tags', 'notes'] as const
export type ComparedField = (typeof COMPARED_FIELDS)[number]

/** A field's value; a region leads to the places in the text that name it. */
export function fieldCell(item: Case, field: ComparedField, facts: Fact[]): Cell {
  if (field === 'region') return regionCell(item, facts)
  if (field === 'tags') return { caseId: item.id, summary: item.tags.join('；'), passages: [] }
  const value = item[field]
  return { caseId: item.id, summary: value, passages: value === '' ? [] : [passage(item, field, 0, value.length, 'coded')] }
}

function regionCell(item: Case, facts: Fact[]): Cell {
  const { province, city } = item.region
  const named = [province, city].filter((name) => name !== '').map((name) => fold(name).replace(/[省市]$/, ''))
  const places = facts.filter(({ kind, key, lost }) => kind === 'place' && lost !== true && named.some((name) => key.includes(name)))
  return {
    caseId: item.id,
    summary: [province, city].filter((name) => name !== '').join(' '),
    passages: places.map((fact) => passage(item, fact.field, fact.start, fact.end, fact.correctionId === undefined ? 'suggested' : 'coded')),
  }
}

/** Facts of one kind: those that the text states, and those that a person says it does. */
export function factCell(item: Case, kind: Fact['kind'], all: Fact[]): Cell {
  const facts = all.filter((fact) => fact.kind === kind)
  return {
    caseId: item.id,
    summary: facts.map(({ text, expansion }) => (expansion === undefined ? text : `${text}（${expansion}）`)).join('；'),
    passages: facts.filter(({ lost }) => lost !== true).map((fact) => passage(item, fact.field, fact.start, fact.end, fact.correctionId === undefined ? 'suggested' : 'coded')),
  }
}

/** What is coded to a theme, and behind it the clauses that its lexicon finds. */
export function themeCell(item: Case, theme: Theme, passages: Passage[]): Cell {
  const coded = passages
    .filter((each) => !each.lost && each.themeIds.includes(theme.id))
    .map(({ id, anchor: { field, start, end } }) => ({ ...passage(item, field, start, end, 'coded'), id }))
  const suggested = suggestionsOf(item, theme)
    .filter(({ field, start, end }) => !coded.some((each) => each.field === field && each.start < end && start < each.end))
    .slice(0, SUGGESTIONS_SHOWN)
    .map(({ field, start, end }) => passage(item, field, start, end, 'suggested'))
  return { caseId: item.id, summary: coded.map(({ text }) => text).join('；'), passages: [...coded, ...suggested] }
}

function passage(item: Case, field: string, start: number, end: number, origin: CellPassage['origin']): CellPassage {
  return { id: `${item.id}/${field}:${start}-${end}`, text: (textOf(item, field) ?? '').slice(start, end), field, start, end, origin }
}
