import type { Comparison } from '#api'
import type { Texts } from '#api/i18n'
import type { CliCommand, Invocation } from '../command'
import { wrap } from '../format/table'
import { resolveCases } from '../resolve'

const SHOWN_TERMS = 20

export const compare: CliCommand = {
  name: 'compare',
  isReading: () => true,
  declare(command, { options }) {
    command.argument('<id...>').option('--rows <rows>', options.rows)
  },
  async run(invocation) {
    const { args, options, texts } = invocation
    const { client } = await invocation.open()
    const ids = (await resolveCases(client, args, invocation.words)).map(({ id }) => id)
    const rows = (options.rows as string | undefined)?.split(/[,，]/u).map((row) => rowId(row.trim(), texts))
    const json = await client.matrix.compare({ ids, ...(rows === undefined ? {} : { rows }) })
    return { json, text: page(json, invocation) }
  },
}

/** `highlight` is as good as `role:highlight`. */
function rowId(name: string, texts: Texts): string {
  if (name.includes(':')) return name
  if (name in texts.roles) return `role:${name}`
  if (name in texts.facts) return `fact:${name}`
  return name in texts.fields ? `field:${name}` : `theme:${name}`
}

function page({ cases, rows, shared, unique }: Comparison, { words, texts, columns }: Invocation): string {
  const titleOf = new Map(cases.map(({ id, title, organisation }) => [id, title || organisation]))
  const width = Math.min(columns, 100)
  const blocks = rows.map((row) => {
    const cells = row.cells.map((cell) => `  ${titleOf.get(cell.caseId)}\n${wrap(cell.summary || words.say.nobody, width, '    ')}`)
    return `【${row.label || rowLabel(row.id, texts)}】\n${cells.join('\n')}`
  })
  const sharedTerms = shared.slice(0, SHOWN_TERMS).map(({ term, caseIds }) => (cases.length === 2 ? term : `${term}(${caseIds.length})`))
  const uniqueTerms = cases.map(({ id }) => {
    const terms = unique.filter(({ caseId }) => caseId === id).slice(0, SHOWN_TERMS).map(({ term }) => term)
    return `  ${titleOf.get(id)}\n${wrap(terms.join('、') || words.say.nobody, width, '    ')}`
  })
  return [
    ...blocks,
    `【${words.say.shared}】\n${wrap(sharedTerms.join('、') || words.say.nobody, width, '  ')}`,
    `【${words.say.unique}】\n${uniqueTerms.join('\n')}`,
  ].join('\n\n')
}

function rowLabel(id: string, { roles, facts, fields }: Texts): string {
  const [kind, name = ''] = id.split(/:(.*)/su)
  const labels: Record<string, string> = kind === 'role' ? roles : kind === 'fact' ? facts : fields
  return labels[name] ?? name
}
