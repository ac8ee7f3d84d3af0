import { findRegions } from '../../text'
import type { Found } from './found'

/** Provinces and cities that the text names. */
export function placesIn(text: string): Found[] {
  return findRegions(text).map(({ province, city, start, end }) => ({ kind: 'place', start, end, key: `${province}${city}` }))
}
