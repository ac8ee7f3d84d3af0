import { FactKind, type CaseDetail, type Client, type Fact } from '#api'
import { fill } from '#api/i18n'
import { Option } from 'commander'
import type { CliCommand, Invocation } from '../command'
import { fieldText, sentenceAround } from '../format/passage'
import { table } from '../format/table'
import { shortId } from '../format/words'
import { resolveCases } from '../resolve'

/** A fact with the case it is of and the sentence it stands in; `rejected` where a person said that it is none. */
interface ListedFact extends Fact {
  caseId: string
  title: string
  passage: string
  rejected: boolean
}

export const facts: CliCommand = {
  name: 'facts',
  isReading: () => true,
  declare(command, { options }) {
    command.argument('[id...]')
      .addOption(new Option('--kind <kind>', options.kind).choices(FactKind.options))
      .option('--text <text>', options.factText)
      .option('--query <query>', options.query)
      .option('--corrected', options.corrected)
  },
  async run(invocation) {
    const { open, args, options, words } = invocation
    const { kind, text, query, corrected } = options as { kind?: FactKind; text?: string; query?: string; corrected?: boolean }
    const { client } = await open()
    const named = args.length === 0 ? null : new Set((await resolveCases(client, args, words)).map(({ id }) => id))
    const { cases } = await client.cases.list(query === undefined ? {} : { query })
    const chosen = cases.filter(({ id }) => named === null || named.has(id))
    const wanted = text === undefined ? null : await comparable(client, text)
    const listed: ListedFact[] = []
    for (const { id } of chosen) listed.push(...factsOf(await client.cases.get({ id })))
    const found = listed.filter((fact) => (
      (kind === undefined || fact.kind === kind)
      && (wanted === null || [fact.key, fact.text, fact.expansion ?? ''].some((each) => wanted.some((part) => each.toLowerCase().includes(part))))
      // What is none is told only where corrections are asked for, so that no script counts it.
      && (corrected === true ? fact.correctionId !== undefined : !fact.rejected)))
    return {
      json: { total: found.length, cases: new Set(found.map(({ caseId }) => caseId)).size, facts: found },
      text: found.length === 0 ? words.say.noFacts : shown(found, invocation),
    }
  },
}

/** As it was written and in the script that the keys of facts are in. */
async function comparable(client: Client, text: string): Promise<string[]> {
  const { texts } = await client.script.convert({ texts: [text], to: 'simplified' })
  return [text, ...texts].map((each) => each.toLowerCase())
}

function factsOf({ case: item, facts: all, rejectedFacts }: CaseDetail): ListedFact[] {
  const listed = (rejected: boolean) => (fact: Fact): ListedFact => ({
    ...fact, caseId: item.id, title: item.title, rejected,
    passage: fact.lost === true ? '' : sentenceAround(fieldText(item, fact.field), fact.start, fact.end),
  })
  return [...all.map(listed(false)), ...rejectedFacts.map(listed(true))]
}

function shown(found: ListedFact[], { words, texts, columns }: Invocation): string {
  const { id, fact, passage, kind } = words.columns
  const remark = (each: ListedFact) => (each.rejected ? words.say.rejected : each.correctionId === undefined ? '' : words.say.corrected)
  const rows = found.map((each) => [
    shortId(each.caseId), texts.facts[each.kind],
    `${each.text}${each.expansion === undefined ? '' : ` = ${each.expansion}`}${remark(each)}${each.lost === true ? words.say.lost : ''}`,
    each.passage,
  ])
  const count = new Set(found.map(({ caseId }) => caseId)).size
  return `${table([id, kind, fact, passage], rows, Math.max(36, Math.floor(columns / 2)))}\n\n${fill(words.say.factsFound, { total: found.length, count })}`
}
