import { AppError, FactKind, type CaseDetail, type Fact } from '#api'
import { fill } from '#api/i18n'
import { Option } from 'commander'
import { UsageError, type CliCommand, type Outcome } from '../command'
import { resolveCase } from '../resolve'

export const correct: CliCommand = {
  name: 'correct',
  declare(command, { options }) {
    command.argument('<id>').argument('<words>')
      .addOption(new Option('--kind <kind>', options.isKind).choices(FactKind.options))
      .option('--none', options.isNone)
      .option('--restore', options.restoreFact)
      .addOption(new Option('--was <kind>', options.wasKind).choices(FactKind.options))
      .option('--field <field>', options.field)
  },
  async run({ open, args, options, words, texts }): Promise<Outcome> {
    const { kind, none, restore, was, field } = options as { kind?: FactKind; none?: boolean; restore?: boolean; was?: FactKind; field?: string }
    if ([kind !== undefined, none === true, restore === true].filter(Boolean).length !== 1) throw new UsageError(words.usage.correctHow)
    const { client } = await open()
    const { id } = await resolveCase(client, args[0]!, words)
    const text = args[1]!
    const detail = await client.cases.get({ id })
    if (restore === true) {
      const { correctionId, ...fact } = one([...detail.facts, ...detail.rejectedFacts].filter((each) => each.correctionId !== undefined))
      const { change } = await client.facts.restore({ correctionId: correctionId! })
      return { json: { id, fact: { kind: fact.kind, key: fact.key }, kind: null, correctionId, change }, text: fill(words.say.factRestored, { text: fact.text }) }
    }
    const known = matching(detail.facts)
    // Words that are no fact yet become one; those that are, of whatever kind, get the kind asked for.
    if (kind !== undefined && known.length === 0 && was === undefined) {
      const { correctionId, change } = await client.facts.add({ id, kind, quote: text, ...(field === undefined ? {} : { field }) })
      return { json: { id, fact: null, kind, correctionId, change }, text: fill(words.say.factAdded, { text, kind: texts.facts[kind] }) }
    }
    const fact = one(detail.facts)
    const { change } = await client.facts.correct({ id, fact: { kind: fact.kind, key: fact.key }, kind: kind ?? null })
    const correctionId = correctionOf(await client.cases.get({ id }), fact, kind)
    return {
      json: { id, fact: { kind: fact.kind, key: fact.key }, kind: kind ?? null, correctionId, change },
      text: change === null ? words.say.unchanged
        : kind === undefined ? fill(words.say.factRejected, { text: fact.text })
        : fill(words.say.factChanged, { text: fact.text, kind: texts.facts[kind] }),
    }

    function matching(facts: Fact[]): Fact[] {
      return facts.filter((each) => (each.key === text || each.text === text) && (was === undefined || each.kind === was) && (field === undefined || each.field === field))
    }

    /** @throws AppError FACT_NOT_FOUND, or INVALID_INPUT where facts of several kinds have these words. */
    function one(facts: Fact[]): Fact {
      const found = matching(facts)
      if (found.length === 0) throw new AppError('FACT_NOT_FOUND', { id: text })
      const kinds = [...new Set(found.map((each) => each.kind))]
      if (kinds.length > 1) throw new AppError('INVALID_INPUT', { detail: fill(words.say.ambiguousFact, { text, kinds: kinds.join(' ') }) })
      return found[0]!
    }
  },
}

/** The id of the correction that says so now; null where a fact that only a person saw is gone again. */
function correctionOf({ facts, rejectedFacts }: CaseDetail, { key }: Fact, kind: FactKind | undefined): string | null {
  const found = kind === undefined ? rejectedFacts.find((each) => each.key === key) : facts.find((each) => each.key === key && each.kind === kind)
  return found?.correctionId ?? null
}
