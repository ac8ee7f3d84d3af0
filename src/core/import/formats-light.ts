import type { FormatEntry } from './formats/format'

/** What the one-file reader reads of attachments for its search: formats that add next to nothing to its size. Its build puts this in place of `formats`. */
export const formats: readonly FormatEntry[] = [
  { id: 'txt', extensions: ['txt', 'text'], load: async () => (await import('./formats/plain-text')).readPlainText },
  { id: 'md', extensions: ['md', 'markdown'], load: async () => (await import('./formats/markdown')).readMarkdown },
]
