import { promises as fs } from 'node:fs'
import path from 'node:path'
import { AppError } from '#api'

export interface FileProblem {
  code: 'FILE_NOT_FOUND' | 'FILE_UNREADABLE' | 'FILE_TOO_LARGE'
  file: string
  message?: string
}

/** @throws AppError FILE_NOT_FOUND or FILE_UNREADABLE. */
export async function fileAt(file: string, name = path.basename(file)): Promise<File> {
  try {
    return new File([await fs.readFile(file)], name)
  } catch (cause) {
    throw new AppError(isMissing(cause) ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE', { file })
  }
}

/**
 * The files named, and for a folder every file in it that one of the formats can read, by name. What cannot be read is a
 * problem of its own; the rest go on. Files are known by their name alone, or by their path where two share a name.
 * @param largest bytes of a file; one that has more is a problem, and is not read at all.
 */
export async function filesAt(names: string[], formats: { extensions: string[] }[], largest: number): Promise<{ files: File[]; problems: FileProblem[] }> {
  const endings = new Set(formats.flatMap(({ extensions }) => extensions.map((extension) => extension.replace(/^\./u, '').toLowerCase())))
  const paths: string[] = []
  const problems: FileProblem[] = []
  for (const name of names) {
    try {
      if ((await fs.stat(name)).isDirectory()) paths.push(...await within(name, endings))
      else paths.push(name)
    } catch (cause) {
      problems.push({ code: isMissing(cause) ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE', file: name })
    }
  }
  const files: File[] = []
  const shared = new Set(paths.map((file) => path.basename(file)).filter((name, index, all) => all.indexOf(name) !== index))
  for (const file of paths) {
    const base = path.basename(file)
    try {
      if ((await fs.stat(file)).size > largest) {
        problems.push({ code: 'FILE_TOO_LARGE', file: base })
        continue
      }
      files.push(await fileAt(file, shared.has(base) ? file : base))
    } catch (cause) {
      problems.push({ code: cause instanceof AppError ? cause.code as FileProblem['code'] : 'FILE_UNREADABLE', file })
    }
  }
  return { files, problems }
}

async function within(directory: string, endings: Set<string>): Promise<string[]> {
  const entries = await fs.readdir(directory, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && endings.has(path.extname(entry.name).slice(1).toLowerCase()))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

function isMissing(cause: unknown): boolean {
  const code = (cause as NodeJS.ErrnoException).code
  return code === 'ENOENT' || code === 'ENOTDIR'
}
