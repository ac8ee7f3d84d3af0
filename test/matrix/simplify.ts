import { fold } from '../../src/core/text'

/** A text as terms are compared: folded, without quotation marks. */
export function simplify(text: string): string {
  return fold(text).replace(/[“”‘’"'《》\s]/g, '')
}
