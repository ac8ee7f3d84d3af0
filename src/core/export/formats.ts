import type { FormatEntry } from './format'

/** Every format that can be exported to, the most asked for first. */
export const formats: readonly FormatEntry[] = [
  {
    id: 'pptx',
    extensions: ['pptx'],
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    converts: true,
    load: async () => (await import('./pptx')).exportPptx,
  },
  {
    id: 'md',
    extensions: ['md', 'markdown'],
    mime: 'text/markdown',
    converts: true,
    load: async () => (await import('./markdown')).exportMarkdown,
  },
  {
    id: 'html',
    extensions: ['html', 'htm'],
    mime: 'text/html',
    converts: false,
    load: async () => (await import('./html')).exportHtml,
    available: (resources) => resources.has('reader.html'),
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
