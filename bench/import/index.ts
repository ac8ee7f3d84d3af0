/**
 * Importing, part by part, each beside its peers where there are any: how fast files become cases, whether the host
 * stands still meanwhile, and how right what is found in them is.
 */
import { parseArgs } from 'node:util'
import { AppError } from '#api'
import { duplicatesPart } from './duplicates'
import { factsPart } from './facts'
import { hostPart } from './host'
import { ocrPart } from './ocr'
import { repairsPart } from './repairs'
import { throughputPart } from './throughput'

/** Each gives the text to print. */
const parts: Record<string, () => Promise<string>> = {
  throughput: throughputPart,
  host: hostPart,
  facts: factsPart,
  repairs: repairsPart,
  duplicates: duplicatesPart,
  ocr: ocrPart,
}

const { values } = parseArgs({ options: { only: { type: 'string', default: Object.keys(parts).join(',') }, full: { type: 'boolean' } } })
for (const name of values.only.split(',')) {
  const part = parts[name]
  if (part === undefined) {
    console.error(`no part is called ${name}; there are: ${Object.keys(parts).join(', ')}`)
    process.exit(2)
  }
  console.log(`\n## ${name}\n`)
  try {
    console.log(await part())
  } catch (cause) {
    console.error(`left out: ${cause instanceof AppError ? `${cause.code} ${cause.data.detail ?? ''}` : String(cause)}`)
    process.exitCode = 1
  }
}
