import type { Case } from '#api'

export interface Field {
  field: string
  text: string
}

/** The texts of a case that a passage can be in, running text first. */
export function fieldsOf(item: Case): Field[] {
  return [
    ...item.sections.map(({ id, text }) => ({ field: `sections/${id}`, text })),
    { field: 'title', text: item.title },
    { field: 'modelName', text: item.modelName },
    { field: 'organisation', text: item.organisation },
    { field: 'period', text: item.period },
    { field: 'notes', text: item.notes },
  ]
}

export function textOf(item: Case, field: string): string | undefined {
  return fieldsOf(item).find((each) => each.field === field)?.text
}
