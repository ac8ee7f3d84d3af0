import { decodeText } from '../decode'
import type { ReadDocument } from '../document'
import type { Reader } from './format'

export const readPlainText: Reader = (bytes, file, { encoding }) => ({ ...decoded(bytes, file, encoding), isMarkdown: false, cases: null })

/**
 * The text of a file with what its encoding gave rise to.
 * @param wanted the encoding a person has chosen.
 */
export function decoded(
  bytes: Uint8Array<ArrayBuffer>, file: string, wanted?: string,
): Pick<ReadDocument, 'text' | 'encoding' | 'encodingConfidence' | 'warnings'> {
  const { text, encoding, confidence, uncertain, lossy } = decodeText(bytes, file, wanted)
  const warnings: ReadDocument['warnings'] = []
  if (uncertain) warnings.push({ code: 'ENCODING_UNCERTAIN', message: encoding })
  if (lossy) warnings.push({ code: 'ENCODING_LOSSY', message: encoding })
  return { text, encoding, encodingConfidence: confidence, warnings }
}
