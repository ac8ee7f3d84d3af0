import { syllableCount, syllableId, syllableName, syllablesOfUnit, unitsOfSyllable } from '../../text'
import { readingsOf } from '../readings'
import { UnitSet, wordUnits } from '../units'

/** One place of a pattern: which units may stand there. */
export interface Atom {
  units: UnitSet
  /** The only unit, or -1. */
  unit: number
  /** The readings that these units are here for: see `readingsOf`. */
  readings: readonly number[]
  isWord: boolean
}

const ATOMS_KEPT = 2000
const single = new Map<number, Atom>()
const letters = new Map<string, Atom>()

export function unitAtom(unit: number): Atom {
  let atom = single.get(unit)
  if (atom === undefined) {
    if (single.size === ATOMS_KEPT) single.clear()
    atom = newUnitAtom(unit)
    single.set(unit, atom)
  }
  return atom
}

function newUnitAtom(unit: number): Atom {
  return { units: UnitSet.of([unit]), unit, readings: readingsOf(unit), isWord: wordUnits().has(unit) }
}

/** Characters that can be read with a syllable that begins so; with `isWhole` with just this syllable. Null where none can. */
export function syllableAtom(start: string, isWhole: boolean): Atom | null {
  const key = isWhole ? `${start} ` : start
  const known = letters.get(key)
  if (known !== undefined) return known
  const ids: number[] = []
  if (isWhole) {
    if (syllableId(start) >= 0) ids.push(syllableId(start))
  } else {
    for (let id = 0; id < syllableCount; id++) if (syllableName(id).startsWith(start)) ids.push(id)
  }
  if (ids.length === 0) return null
  const atom = atomOf(ids)
  letters.set(key, atom)
  return atom
}

/** Characters that can be read like this one; the unit itself where it has no reading. */
export function soundAtom(unit: number): Atom {
  const ids = syllablesOfUnit(unit)
  return ids.length === 0 ? unitAtom(unit) : atomOf(ids)
}

function atomOf(ids: readonly number[]): Atom {
  const units = new UnitSet()
  for (const id of ids) for (const unit of unitsOfSyllable(id)) units.add(unit)
  return { units, unit: -1, readings: ids, isWord: true }
}
