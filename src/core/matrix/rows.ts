import { AppError, FactKind, SectionRole, type Case, type Row } from '#api'
import { textsFor } from '#api/i18n'
import { getTheme, passagesOf } from '../coding'
import type { AppContext } from '../context'
import { fold } from '../text'
import { COMPARED_FIELDS, factCell, fieldCell, roleCell, themeCell } from './cells'

export const DEFAULT_ROWS = ['role:highlight', 'role:features', 'field:region', 'fact:honour', 'fact:practice']

/**
 * One row of the comparison, a cell for each case.
 * @throws AppError UNKNOWN_FIELD, or THEME_NOT_FOUND.
 */
export function rowOf(context: AppContext, id: string, cases: Case[]): Row {
  const kind = id.slice(0, id.indexOf(':'))
  const name = id.slice(id.indexOf(':') + 1)
  switch (kind) {
    case 'role': {
      const role = SectionRole.safeParse(name).data ?? unknown(id)
      return { kind, id, label: commonHeading(cases, role), cells: cases.map((item) => roleCell(item, role)) }
    }
    case 'fact': {
      const fact = FactKind.safeParse(name).data ?? unknown(id)
      return { kind, id, label: '', cells: cases.map((item) => factCell(item, fact, context.facts.of(item))) }
    }
    case 'field': {
      const field = COMPARED_FIELDS.find((known) => known === name) ?? unknown(id)
      return { kind, id, label: '', cells: cases.map((item) => fieldCell(item, field, context.facts.of(item))) }
    }
    case 'theme': {
      const theme = getTheme(context, name)
      return { kind, id, label: theme.name, cells: cases.map((item) => themeCell(item, theme, passagesOf(context, item.id))) }
    }
    default:
      return unknown(id)
  }
}

/** The heading that all the cases' sections of a role share, in the first one's script; empty where it is the role's own name. */
function commonHeading(cases: Case[], role: SectionRole): string {
  const headings = cases.flatMap((item) => item.sections.filter((section) => section.role === role).map(({ heading }) => heading))
  const [first = ''] = headings
  const isShared = headings.every((heading) => fold(heading) === fold(first))
  return isShared && fold(first) !== textsFor('zh-Hans').roles[role] ? first : ''
}

function unknown(id: string): never {
  throw new AppError('UNKNOWN_FIELD', { field: id })
}
