import type { FormatEntry } from './format'

/** Every format that can be imported. A further one is a file beside this and a line here. */
export const formats: readonly FormatEntry[] = [
  { id: 'txt', extensions: ['txt', 'text'], load: async () => (await import('./plain-text')).readPlainText },
  { id: 'md', extensions: ['md', 'markdown'], load: async () => (await import('./markdown')).readMarkdown },
]

/** Files of the program itself, which are merged and not imported. */
export const BUNDLE = 'jingjian'

/** The format a file's name ends in; undefined where there is none for it. */
export function formatOf(file: string): FormatEntry | undefined {
  const extension = extensionOf(file)
  return formats.find(({ extensions }) => extensions.includes(extension))
}

export function isBundle(file: string): boolean {
  return extensionOf(file) === BUNDLE
}

function extensionOf(file: string): string {
  return /\.([^./\\]+)$/u.exec(file)?.[1]?.toLowerCase() ?? ''
}
