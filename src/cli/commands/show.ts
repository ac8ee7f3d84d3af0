import type { CaseDetail } from '#api'
import { fill } from '#api/i18n'
import type { CliCommand, Invocation } from '../command'
import { wrap } from '../format/table'
import { regionText, timeText } from '../format/words'
import { resolveCase } from '../resolve'

export const show: CliCommand = {
  name: 'show',
  isReading: () => true,
  declare(command) {
    command.argument('<id>')
  },
  async run(invocation) {
    const { client } = await invocation.open()
    const { id } = await resolveCase(client, invocation.args[0]!, invocation.words)
    const json = await client.cases.get({ id })
    return { json, text: page(json, invocation) }
  },
}

function page({ case: item, facts, passages, collections }: CaseDetail, { words, texts, columns }: Invocation): string {
  const isProposed = (field: string) => (item.proposed.some((proposed) => proposed === field) ? words.say.proposed : '')
  const properties = ([
    ['organisation', item.organisation], ['modelName', item.modelName], ['region', regionText(item.region)], ['period', item.period],
    ['tags', item.tags.join(' ')], ['notes', item.notes],
  ] as const).filter(([, value]) => value !== '').map(([field, value]) => `${texts.fields[field]}  ${value}${isProposed(field)}`)
  const sections = item.sections.map((section) =>
    `【${section.heading || texts.roles[section.role]}】\n${wrap(section.text, Math.min(columns, 100), '  ')}`)
  const quoted = facts.map((fact) => `  ${texts.facts[fact.kind]}  ${fact.text}${fact.expansion === undefined ? '' : ` = ${fact.expansion}`}`)
  const coded = passages.map((passage) => `  “${passage.anchor.exact}”${passage.lost ? words.say.lost : ''}`)
  const open = item.original?.repairs.filter((repair) => !repair.applied && !repair.decided).length ?? 0
  return [
    `${item.title}${isProposed('title')}\n${item.id}  ${fill(words.say.updated, { time: timeText(item.updatedAt) })}`,
    properties.join('\n'),
    ...sections,
    block(words.say.facts, quoted),
    block(words.say.passages, coded),
    block(words.say.collections, collections.map(({ name }) => `  ${name}`)),
    open === 0 ? '' : fill(words.say.openRepairs, { count: open }),
  ].filter((part) => part !== '').join('\n\n')
}

function block(heading: string, lines: string[]): string {
  return lines.length === 0 ? '' : `${heading}\n${[...new Set(lines)].join('\n')}`
}
