const GLYPHS: Record<string, string> = { '\n': '↵', '\r': '↵', '\t': '⇥', ' ': '␣', '\u3000': '□', '\u00a0': '␣' }

/** White space that is the whole of a damaged spot, made visible; other text as it is. */
export function visible(text: string): string {
  if (text.trim() !== '') return text
  return text.replaceAll('\r\n', '\n').replace(/\s/gu, (character) => GLYPHS[character] ?? '␣')
}
