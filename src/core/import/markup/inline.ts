/** Anything that `escaped` may change. */
const NEEDS_CARE = /[\u0000-\u0008\u000b-\u001f\u007f\u00a0\ud800-\udfff\\`~*_[&]/
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:)[^\s<>]+$/iu

/** Text as Markdown that shows it: what would be taken for a mark is escaped, and nothing else. */
export function escaped(text: string): string {
  if (!NEEDS_CARE.test(text)) return text
  const plain = text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, '')
    .replace(/\u00a0/gu, ' ')
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/\\(?=[!-/:-@[-`{-~])/gu, String.raw`\\`)
    .replace(/`|~~|(?<=\S)\*|\*(?=\S)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`)
    .replace(/\[(?=[^\]\n]{0,500}\][(:[])/gu, String.raw`\[`)
  return plain.replace(/&(?=#?\w{1,32};)/gu, String.raw`\&`)
}

/** A link where its address is of the web or of mail; else its words alone. `words` is Markdown. */
export function link(words: string, address: string): string {
  const target = address.trim()
  if (words.trim() === '' || words.includes('](') || words.includes('\n') || !SAFE_ADDRESS.test(target) || target.length > 2000) return words
  return `[${words.trim().replace(/(?<!\\)[[\]]/gu, String.raw`\$&`)}](${target.replace(/[()\\]/gu, (mark) => `%${mark.charCodeAt(0).toString(16)}`)})`
}
