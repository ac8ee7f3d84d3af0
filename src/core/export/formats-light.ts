import type { FormatEntry } from './format'

/** What the one-file reader can make: the formats that add next to nothing to its size. Its build puts this in place of `formats`. */
export const formats: readonly FormatEntry[] = [
  {
    id: 'md',
    extensions: ['md', 'markdown'],
    mime: 'text/markdown',
    converts: true,
    load: async () => (await import('./markdown')).exportMarkdown,
  },
  {
    id: 'jingjian',
    extensions: ['jingjian'],
    mime: 'application/vnd.jingjian+zip',
    converts: false,
    carriesDeletions: true,
    load: async () => (await import('./bundle')).exportBundle,
  },
]
