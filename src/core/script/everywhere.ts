import type { ScriptConverter } from './convert'

/** Plain data with every text in it converted. Names of kinds, ids and addresses have no Han characters and stay. */
export function convertedEverywhere<Data>(data: Data, convert: ScriptConverter): Data {
  return changed(data, convert) as Data
}

function changed(data: unknown, convert: ScriptConverter): unknown {
  if (typeof data === 'string') return convert(data)
  if (Array.isArray(data)) return data.map((item) => changed(item, convert))
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, changed(value, convert)]))
}
