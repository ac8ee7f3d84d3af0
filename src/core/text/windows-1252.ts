const FIRST = 0x80
/** What Windows-1252 has where Latin-1 has control codes; five of them it leaves as they are. */
const CHARACTERS = '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'
const bytes = new Map([...CHARACTERS].map((character, index) => [character.charCodeAt(0), FIRST + index]))
const MISTAKEN = /[\u0080-\u009f]/gu

/** The byte of a UTF-16 unit in Windows-1252, or in Latin-1; undefined where neither has it. */
export function windows1252Byte(unit: number): number | undefined {
  return bytes.get(unit) ?? (unit <= 0xff ? unit : undefined)
}

/** Text in Windows-1252, also where the host's decoder reads it as Latin-1. */
export function decodeWindows1252(text: Uint8Array<ArrayBuffer>): string {
  return new TextDecoder('windows-1252').decode(text).replace(MISTAKEN, (control) => CHARACTERS[control.charCodeAt(0) - FIRST]!)
}
