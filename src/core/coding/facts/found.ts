import type { Fact } from '#api'
import { fold } from '../../text'

/** A fact within one text, before it is tied to a field. */
export type Found = Pick<Fact, 'kind' | 'start' | 'end' | 'key' | 'expansion'>

/** The comparable form: folded, without quotation marks and blanks. */
export function keyOf(text: string): string {
  return fold(text).replace(/[“”‘’"'《》\s]/g, '')
}
