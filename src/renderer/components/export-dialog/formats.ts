import type { ExportFormat } from '#api'

const ORDER = ['pptx', 'md', 'html', 'jingjian']

/** The formats this host can write, the most wanted first. */
export function inOfferedOrder(formats: readonly ExportFormat[], allowed: readonly string[] | undefined): ExportFormat[] {
  const place = (id: string) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length)
  return formats.filter(({ id }) => allowed?.includes(id) ?? true).sort((a, b) => place(a.id) - place(b.id))
}
