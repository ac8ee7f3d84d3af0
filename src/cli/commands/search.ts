import { AppError, SearchSort, type Hit } from '#api'
import { Option } from 'commander'
import { fill } from '#api/i18n'
import type { CliCommand, Invocation } from '../command'
import { shortId } from '../format/words'
import { positiveNumber, wholeNumber } from '../parse'

export const search: CliCommand = {
  name: 'search',
  isReading: () => true,
  declare(command, { options }) {
    command.argument('<query...>')
      .option('--limit <n>', options.limit, positiveNumber)
      .option('--offset <n>', options.offset, wholeNumber)
      .addOption(new Option('--sort <field>', options.sortHits).choices(SearchSort.options))
  },
  async run(invocation) {
    const { args, options, words } = invocation
    const { client } = await invocation.open()
    const { limit, offset, sort } = options as { limit?: number; offset?: number; sort?: SearchSort }
    const json = await client.search.query({
      query: args.join(' '),
      ...(limit === undefined ? {} : { limit }), ...(offset === undefined ? {} : { offset }), ...(sort === undefined ? {} : { sort }),
    })
    const [problem] = json.problems
    if (problem !== undefined) throw new AppError('QUERY_INVALID', { detail: problem.text })
    const text = json.hits.length === 0
      ? words.say.noHits
      : `${json.hits.map((hit) => entry(hit, invocation)).join('\n\n')}\n\n${fill(words.say.hits, { total: json.total, time: Math.round(json.tookMs) })}`
    return { json, text }
  },
}

function entry(hit: Hit, { words, emphasise }: Invocation): string {
  return `${shortId(hit.id)}  ${hit.title}  (${words.kinds[hit.kind]})\n  ${marked(hit.snippet, emphasise).replace(/\s*\n\s*/gu, ' ')}`
}

function marked({ text, ranges }: Hit['snippet'], emphasise: (text: string) => string): string {
  let done = 0
  let result = ''
  for (const [start, end] of ranges) {
    result += text.slice(done, start) + emphasise(text.slice(start, end))
    done = end
  }
  return result + text.slice(done)
}
