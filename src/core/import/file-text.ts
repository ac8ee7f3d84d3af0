import { AppError } from '#api'
import { formatOf } from './format-of'
import { readAs } from './read'
import type { ReaderPorts } from './formats/format'

/** Whether the text of a file of this name can be read. */
export function hasReader(name: string): boolean {
  return formatOf(name) !== undefined
}

/** The text of a file in any format that can be imported; empty where there is none in it, or none can be read. */
export async function textOfFile(bytes: Uint8Array<ArrayBuffer>, name: string, ports: ReaderPorts): Promise<string> {
  try {
    const format = formatOf(name)
    return format === undefined ? '' : (await readAs(format, bytes, name, ports)).document.text
  } catch (cause) {
    if (cause instanceof AppError) return ''
    throw cause
  }
}
