import type { Found } from './engines/engine'
import type { Question } from './questions'

const TOP = 10

/**
 * Recall@10 of one query: how many of the first ten cases are true answers, over ten or however many true answers there
 * are if fewer; where ten came, one that is only allowed counts as well. A query that nothing answers counts 1 if nothing
 * comes, else 0.
 */
export function recall({ answers, allowed }: Question, { indexes }: Found): number {
  if (answers.count === 0) return indexes.length === 0 ? 1 : 0
  const first = indexes.slice(0, TOP)
  const wanted = Math.min(TOP, answers.count)
  const counted = first.filter((index) => answers.has[index] === 1 || (first.length === TOP && allowed?.has[index] === 1))
  return Math.min(wanted, counted.length) / wanted
}

/** Whether a case with the very passage the query was made from is among the first ten. */
export function findsMeant({ meant }: Question, { indexes }: Found): boolean {
  return indexes.slice(0, TOP).some((index) => meant!.has[index] === 1)
}

export function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
