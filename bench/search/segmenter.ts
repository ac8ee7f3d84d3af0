import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fold, WordModel } from '#core/text/index'

/** Splits a run of Han characters, in either script, into its likeliest words. */
export function segmenter(): (text: string) => string[] {
  const model = WordModel.of(readFileSync(path.join(process.cwd(), 'resources/word-frequencies.txt'), 'utf8'))
  return (text) => {
    let at = 0
    return model.segment(fold(text)).map((word) => text.slice(at, at += word.length))
  }
}
