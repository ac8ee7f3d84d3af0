import { milliseconds, percentile, ratio, table } from '../lib/figures'
import { engines } from './engines'
import type { LibraryFigures } from './library'
import type { Figures } from './measure'
import type { Question } from './questions'
import { findsMeant, mean, recall } from './score'

/** All that was measured at one size; `figures` begins with ours. Each engine got the first so many of the questions. */
export interface Results {
  size: number
  questions: Question[]
  figures: Figures[]
  library: { ours: LibraryFigures; again: LibraryFigures; lowdb: LibraryFigures } | null
}

const MISSES_SHOWN = 20

const p = (sample: number[], share: number) => milliseconds(percentile(sample, share))
const share = (value: number) => (Number.isNaN(value) ? '-' : value.toFixed(3))
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0)

/** p95 of the peer over ours, on the queries that the peer got. */
export function faster(peer: Figures, ours: Figures, part = 0.95): number {
  return percentile(peer.times, part) / percentile(ours.times.slice(0, peer.times.length), part)
}

export function recallOf({ questions }: Results, figures: Figures, isIn: (group: string) => boolean): number {
  return mean(figures.found.flatMap((found, index) => (isIn(questions[index]!.group) ? [recall(questions[index]!, found)] : [])))
}

export function report(results: Results): string {
  const ours = results.figures[0]!
  return [
    `\n## ${results.size} cases, ${megabytes(ours.jsonBytes)} MB of JSON`,
    `Times of a query in ms, limit 10\n\n${timesTable(results)}`,
    `Ours by group\n\n${groupsTable(results)}`,
    `Recall@10 by group (of the queries each engine got)\n\n${recallTable(results)}`,
    `Building, memory\n\n${buildTable(results)}`,
    [
      `Ours with limit 50: p50 ${p(ours.timesOf50, 0.5)}, p95 ${p(ours.timesOf50, 0.95)}, p99 ${p(ours.timesOf50, 0.99)} ms`,
      `Ours per keystroke (${ours.keystrokes.length} prefixes, limit 50): p50 ${p(ours.keystrokes, 0.5)}, p95 ${p(ours.keystrokes, 0.95)}, max ${p(ours.keystrokes, 1)} ms`,
      `Ours, suggest p50/p95: ${p(ours.suggestions, 0.5)}/${p(ours.suggestions, 0.95)} ms (${ours.suggestions.length} prefixes)`,
      `Ours, facets p50/p95: ${p(ours.facets, 0.5)}/${p(ours.facets, 0.95)} ms (${ours.facets.length} queries)`,
      `An edit can be found after (${ours.editsVisible.length} edits): p50 ${p(ours.editsVisible, 0.5)}, p95 ${p(ours.editsVisible, 0.95)}, max ${p(ours.editsVisible, 1)} ms`,
      `Totals of literal queries that are those of the scan: ${totals(results)}`,
      misses(results),
      ...libraryLines(results),
    ].join('\n\n'),
  ].join('\n\n')
}

function timesTable({ figures }: Results): string {
  return table([
    ['engine', 'queries', 'p50', 'p95', 'p99', 'max', 'p95 of CPU', 'p50/ours', 'p95/ours'],
    ...figures.map((each) => [
      engines[each.engine].title, String(each.times.length), ...[0.5, 0.95, 0.99, 1].map((part) => p(each.times, part)), p(each.cpuTimes, 0.95),
      ratio(faster(each, figures[0]!, 0.5)), ratio(faster(each, figures[0]!)),
    ]),
  ])
}

function groupsTable(results: Results): string {
  const { questions, figures: [ours] } = results
  return table([
    ['group', 'queries', 'p50', 'p95', 'p99', 'max', 'slowest query'],
    ...groupsOf(questions).map((group) => {
      const times = ours!.times.filter((_, index) => questions[index]!.group === group)
      const slowest = questions[ours!.times.indexOf(Math.max(...times))]!
      return [group, String(times.length), ...[0.5, 0.95, 0.99, 1].map((part) => p(times, part)), slowest.text]
    }),
  ])
}

function recallTable(results: Results): string {
  const { questions, figures } = results
  return table([
    ['group', 'ours finds the meant one', ...figures.map(({ engine }) => engine)],
    ...groupsOf(questions).map((group) => {
      const meant = figures[0]!.found.flatMap((found, index) => (questions[index]!.group === group && questions[index]!.meant !== null ? [findsMeant(questions[index]!, found) ? 1 : 0] : []))
      return [group, share(mean(meant)), ...figures.map((each) => share(recallOf(results, each, (other) => other === group)))]
    }),
  ])
}

function buildTable({ figures }: Results): string {
  return table([
    ['engine', 'build ms', 'of that handing over ms', 'longest stall ms', 'RSS MB', 'heap MB', 'arrayBuffers MB', 'RSS/JSON'],
    ...figures.map(({ engine, build, buildStall, feeding, growth, jsonBytes }) => [
      engines[engine].title, milliseconds(build), feeding === 0 ? '-' : milliseconds(feeding), milliseconds(buildStall),
      megabytes(growth.resident), megabytes(growth.heap), megabytes(growth.arrayBuffers), ratio(growth.resident / jsonBytes),
    ]),
  ])
}

function totals({ questions, figures: [ours] }: Results): string {
  const literal = ours!.found.flatMap(({ total }, index) => (questions[index]!.isLiteral ? [{ total, question: questions[index]! }] : []))
  const wrong = literal.filter(({ total, question }) => total !== question.answers.count)
  const shown = wrong.slice(0, 5).map(({ total, question }) => `${question.group} “${question.text}” ${total} for ${question.answers.count}`)
  return `${literal.length - wrong.length} of ${literal.length}${shown.length === 0 ? '' : `; not: ${shown.join('; ')}`}`
}

/** What ours did not find, so that it can be looked into. */
function misses({ questions, figures: [ours] }: Results): string {
  const missed = questions.flatMap((question, index) => (recall(question, ours!.found[index]!) < 1 ? [{ question, found: ours!.found[index]! }] : []))
  const lines = missed.slice(0, MISSES_SHOWN).map(({ question, found }) => `- ${question.group} “${question.text}”: ${question.answers.count} answers, ours gives ${found.total}, recall ${share(recall(question, found))}`)
  return [`Ours has a recall below 1 for ${missed.length} queries${missed.length > MISSES_SHOWN ? `, the first ${MISSES_SHOWN}` : ''}${missed.length > 0 ? ':' : ''}`, ...lines].join('\n')
}

function libraryLines({ library }: Results): string[] {
  if (library === null) return []
  const line = (name: string, { first, complete }: LibraryFigures) =>
    `${name}: first answer ${milliseconds(first)} ms (${ratio(first / library.lowdb.first)} of lowdb), from the whole index ${milliseconds(complete)} ms (${ratio(complete / library.lowdb.first)})`
  return [`lowdb loads the library's records in ${milliseconds(library.lowdb.first)} ms`, line('Ours, opened for the first time', library.ours), line('Ours, opened again', library.again)]
}

function groupsOf(questions: Question[]): string[] {
  return [...new Set(questions.map(({ group }) => group))]
}
