import { syllableName, syllablesOfUnit } from '../../text'

/**
 * Where letters are the sounds of a folded text: whole syllables, of which the last may be unfinished, or the initials
 * of its characters. Every reading of a character counts. The first place, or null.
 */
export function soundingSpot(folded: string, letters: string): [start: number, end: number] | null {
  for (let start = 0; start < folded.length; start++) {
    const end = syllablesFrom(folded, start, letters, 0) ?? initialsFrom(folded, start, letters)
    if (end !== null) return [start, end]
  }
  return null
}

function syllablesFrom(text: string, at: number, letters: string, used: number): number | null {
  if (used === letters.length) return at
  if (at >= text.length) return null
  const readings = syllablesOfUnit(text.charCodeAt(at))
  if (readings.length === 0) return text[at] === letters[used] ? syllablesFrom(text, at + 1, letters, used + 1) : null
  for (const id of readings) {
    const reading = syllableName(id)
    if (reading[0] !== letters[used]) continue
    if (letters.startsWith(reading, used)) {
      const end = syllablesFrom(text, at + 1, letters, used + reading.length)
      if (end !== null) return end
    } else if (reading.startsWith(letters.slice(used))) {
      return at + 1
    }
  }
  return null
}

function initialsFrom(text: string, start: number, letters: string): number | null {
  if (start + letters.length > text.length) return null
  for (let used = 0; used < letters.length; used++) {
    const readings = syllablesOfUnit(text.charCodeAt(start + used))
    const isAlike = readings.length === 0 ? text[start + used] === letters[used] : readings.some((id) => syllableName(id)[0] === letters[used])
    if (!isAlike) return null
  }
  return start + letters.length
}
