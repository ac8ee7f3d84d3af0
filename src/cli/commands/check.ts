import { AppError } from '#api'
import { fill, problemText } from '#api/i18n'
import type { CliCommand } from '../command'

export const check: CliCommand = {
  name: 'check',
  isReading: () => true,
  declare() {},
  async run({ open, words, language }) {
    const { client } = await open()
    const { ok, problems } = await client.library.check()
    const { recovery, cases } = await client.library.status()
    const lines = problems.map((problem) => `  ${problemText(problem, language)}`)
    return {
      json: { ok, problems, recovery, cases },
      text: ok ? [words.say.sound, fill(words.say.cases, { count: cases }), ...lines].join('\n') : [fill(words.say.problems, { count: problems.length }), ...lines].join('\n'),
      ...(ok ? {} : { failure: new AppError('LIBRARY_DAMAGED', { detail: problems.map((problem) => problemText(problem, language)).join(' ') }) }),
    }
  },
}
