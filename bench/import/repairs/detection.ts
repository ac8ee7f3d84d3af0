import chardet from 'chardet'
import * as jschardet from 'jschardet'
import { decodeText } from '#core/import/decode'
import { table } from '../../lib/figures'
import { readCorpus, type EncodedText } from './score'

type Detector = (bytes: Uint8Array<ArrayBuffer>) => string

/** Names of the peers for the same encodings; every text in ASCII or GB 2312 is one in the larger encoding too. */
const SAME: Record<string, string[]> = {
  'utf-8': ['utf-8', 'ascii', 'us-ascii'], gb18030: ['gb18030', 'gbk', 'gb2312', 'cp936', 'windows-936', 'euc-cn'], big5: ['big5', 'big5-hkscs', 'big5hkscs', 'cp950', 'windows-950'],
  'utf-16le': ['utf-16le', 'utf-16-le'], 'utf-16be': ['utf-16be', 'utf-16-be'],
}

const DETECTORS: Record<string, Detector> = {
  ours: (bytes) => decodeText(bytes, 'a.txt').encoding,
  chardet: (bytes) => chardet.detect(bytes) ?? '',
  jschardet: (bytes) => jschardet.detect(Buffer.from(bytes)).encoding ?? '',
}

export function detectionTable(): string {
  const texts = readCorpus<EncodedText>('encodings')
  const lengths = [...new Set(texts.map(({ length }) => length))]
  const types = [...new Set(texts.map(({ type }) => type))]
  const rows = Object.entries(DETECTORS).flatMap(([name, detect]) => [['all', texts] as const, ...types.map((type) => [type, texts.filter((text) => text.type === type)] as const)].map(([type, of]) => [
    name, type, ...lengths.map((length) => shareOf(of.filter((text) => text.length === length), detect)),
  ]))
  return table([['', 'text', ...lengths.map(String)], ...rows])
}

function shareOf(texts: EncodedText[], detect: Detector): string {
  const right = texts.filter(({ bytes, encoding }) => SAME[encoding]!.includes(named(() => detect(new Uint8Array(Buffer.from(bytes, 'base64'))))))
  return (right.length / texts.length).toFixed(2)
}

/** A detector that fails has not told it. */
function named(detect: () => string): string {
  try {
    return detect().toLowerCase()
  } catch {
    return ''
  }
}
