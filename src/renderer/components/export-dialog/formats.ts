import type { ExportFormat } from '#api'

const ORDER = ['pptx', 'md', 'html', 'jingjian']

/** The formats this host can write, the most wanted first. */
export function inOfferedOrder(formats: readonly ExportFormat[], allowed: readonly string[] | undefined): ExportFormat[] {
  const place = (id: string) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length)
  return formats.filter(({ id }) => allowed?.includes(id) ?? true).sort((a, b) => place(a.id) - place(b.id))
}

/** A file's size as people read it. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${Math.ceil(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}
