import { readFileSync } from 'node:fs'
import { WordModel } from '#core/text/index'
import { table } from '../../lib/figures'
import { detectionTable } from './detection'
import { rankOf, readCorpus, scoreOf, type DamagedDocument } from './score'

const KINDS: Record<string, string[]> = {
  pinyin: ['pinyin'], ruby: ['ruby', 'pinyin'], radical: ['radical'], layout: ['layout'], punctuation: ['punctuation'], line: ['line'],
  page: ['page'], ocr: ['ocr'], encoding: ['encoding'],
}

/** How right repairs are on damage whose truth is known, kind by kind; how damaged runs rank; how encodings are told. */
export async function repairsPart(): Promise<string> {
  const words = WordModel.of(readFileSync('resources/word-frequencies.txt', 'utf8'), readFileSync('resources/word-pairs.txt', 'utf8'))
  const kinds = Object.entries(KINDS).flatMap(([name, of]) => rowsOf(name, readCorpus(name), of, words))
  return [
    'Repairs on damage whose truth is known. Precision and recall of all that is offered, and of what is applied unasked:\n',
    table([['kind', 'way of damage', 'places', 'precision', 'recall', 'precision unasked', 'recall unasked', 'wrong', 'wrong unasked'], ...kinds]),
    '\nRuns of GBK out of step, by the place of the right reading\n', damageTable(readCorpus('damage'), words),
    '\nOffers of each kind where nothing of it was damaged (texts of the other corpora)\n', alarmTable(words),
    '\nEncodings told right, by length in bytes, beside peers\n', await detectionTable(),
  ].join('\n')
}

function rowsOf(name: string, documents: DamagedDocument[], kinds: string[], words: WordModel): string[][] {
  const types = [...new Set(documents.map(({ type = '' }) => type))]
  const rows = [['all', documents] as const, ...(types.length > 1 ? types.map((type) => [type, documents.filter((document) => document.type === type)] as const) : [])]
  return rows.map(([type, of]) => {
    const { spots, found, safe, wrong, wrongSafe } = scoreOf(of, kinds, words)
    const share = (part: number, whole: number) => (whole === 0 ? '-' : (part / whole).toFixed(3))
    return [name, type, String(spots), share(found, found + wrong), share(found, spots), share(safe, safe + wrongSafe), share(safe, spots), String(wrong), String(wrongSafe)]
  })
}

/**
 * Of all runs, and of either half of the sentences; and of each run once, for sentences come back in the corpus. Neither
 * half is clean: the form of the model and its weights were chosen on scores over both.
 */
function damageTable(documents: DamagedDocument[], words: WordModel): string {
  const places = documents.flatMap(({ text, truth }) => truth.map((place) => ({ place, shown: text.slice(place.start, place.end), ...rankOf(text, place, words) })))
  const closed = places.filter(({ place }) => place.open !== true)
  const once = [...new Map(closed.map((place) => [`${place.shown} ${place.place.after}`, place])).values()]
  const isHeld = ({ place }: (typeof places)[number]) => place.held === true
  return table([
    ['runs', 'closed', 'top 1', 'top 3', 'not offered', 'changed unasked', 'open'],
    ...Object.entries({
      'all': [closed, places], 'first half': [closed.filter((place) => !isHeld(place)), places.filter((place) => !isHeld(place))],
      'second half': [closed.filter(isHeld), places.filter(isHeld)], 'all, each once': [once, []],
    }).map(([name, [of, all]]) => [
      name, String(of!.length), shareOf(of!, 1), shareOf(of!, 3), String(of!.filter(({ isFlagged }) => !isFlagged).length),
      String([...of!, ...all!].filter(({ isSilent }) => isSilent).length), all!.length === 0 ? '' : String(all!.length - of!.length),
    ]),
  ])
}

/** Of runs whose right reading is among the first. */
function shareOf(of: readonly { rank: number }[], count: number): string {
  const right = of.filter(({ rank }) => rank >= 0 && rank < count).length
  return `${right} of ${of.length} (${(right / of.length).toFixed(3)})`
}

function alarmTable(words: WordModel): string {
  const corpora = Object.keys(KINDS).filter((name) => name !== 'encoding')
  return table([
    ['offered', ...corpora.map((name) => `in ${name}`)],
    ...corpora.map((kind) => [kind, ...corpora.map((name) => {
      if (name === kind) return ''
      const { wrong } = scoreOf(readCorpus(name).map(({ text }) => ({ text, truth: [] })), [kind], words)
      return String(wrong)
    })]),
  ])
}
