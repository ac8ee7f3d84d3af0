import { findRegions } from '../../text'
import type { Found } from './found'

/** Provinces, cities and counties that the text names. */
export function placesIn(text: string): Found[] {
  return findRegions(text).map(({ province, city, county, start, end }) => ({ kind: 'place', start, end, key: `${province}${city}${county}` }))
}
