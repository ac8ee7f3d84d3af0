import { nodeDisk, replaceFile } from './disk'

/** Writes a file that is either there whole or not at all; what stood in its place stays until then. */
export function writeNewFile(file: string, bytes: Uint8Array): Promise<void> {
  return replaceFile(nodeDisk, file, bytes)
}
