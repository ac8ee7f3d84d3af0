/** A text as it was before the exporter put a backslash before the lines that look like one of its comments. */
export function unescapeMarks(text: string): string {
  return text.replace(/^\\(\\*<!-- (?:role:|notes -->|next case -->))/gmu, '$1')
}
