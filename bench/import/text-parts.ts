import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { findEncodingConfusion, findSpots } from '#core/cleanup/index'
import { decodeText } from '#core/import/decode'
import { prepareCase } from '#core/import/draft'
import { textKeys } from '#core/import/duplicates'
import { NearDuplicates } from '#core/import/near-duplicates'
import { splitText } from '#core/import/split'
import { WordModel } from '#core/text/index'
import { leastProcessorTime, milliseconds, table } from '../lib/figures'
import { caseText } from './documents'

/** What each step from the bytes of a text to drafts takes by itself, and what it leaves in memory. */
export async function partsOfText(characters: number, runs: number): Promise<string> {
  const words = WordModel.of(readFileSync('resources/word-frequencies.txt', 'utf8'))
  const written = caseText(characters)
  const rows = [['part', 'processor ms', 'ns a character', 'memory it holds MB']]
  let sum = 0
  const part = async <Result>(name: string, work: () => Result, isSummed = true): Promise<Result> => {
    const took = await leastProcessorTime(runs, work)
    if (isSummed) sum += took
    const before = heldMegabytes()
    const result = work()
    rows.push([name, milliseconds(took), (took * 1e6 / characters).toFixed(0), (heldMegabytes() - before).toFixed(0)])
    return result
  }
  const bytesOf = (encoding: string) => new Uint8Array(iconv.encode(written, encoding))
  const [gb18030, utf8] = [bytesOf('gb18030'), bytesOf('utf8')]
  await part('decoding GB18030, not in the sum', () => decodeText(gb18030, 'text.txt'), false)
  const { text } = await part('decoding UTF-8', () => decodeText(utf8, 'text.txt'))
  const spots = await part('finding repairs', () => {
    findEncodingConfusion(text)
    return findSpots(text, words)
  })
  const split = await part('cutting into cases', () => splitText(text, undefined))
  const source = { file: 'text.txt', document: { text, isMarkdown: false, encoding: 'utf-8', cases: null, warnings: [] }, spots, accept: 'safe' as const, tags: [] }
  const drafts = await part('drafts', () => split.cases.map((range, index) => prepareCase(source, { id: String(index), range, stated: null }).draft))
  await part('exact duplicates', () => drafts.map(({ original, sections }) => textKeys(original, sections)))
  await part('near duplicates', () => nearDuplicates(drafts))
  rows.push(['sum', milliseconds(sum), (sum * 1e6 / characters).toFixed(0), ''])
  return table(rows)
}

function nearDuplicates(drafts: readonly { draftId: string; title: string; sections: { text: string }[] }[]): NearDuplicates {
  const near = new NearDuplicates(drafts.map(({ draftId: id, title, sections }) => ({ id, title, sections, isKnown: false })))
  const steps = near.compare([])
  while (steps.next().done !== true);
  return near
}

function heldMegabytes(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 2 ** 20
}
