import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

const MEMORY_DISK = '/dev/shm'

/** A folder of its own for the running test, removed afterwards. */
export function temporaryFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(path.join(parent, 'jingjian-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The same in memory where the system has that, for tests that write hundreds of libraries. */
export function quickFolder(): string {
  return temporaryFolder(existsSync(MEMORY_DISK) ? MEMORY_DISK : tmpdir())
}

/** Every file below a folder with a hash of its content: two are equal if not one byte differs. */
export function contentOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(files.map((entry) => {
    const file = path.join(entry.parentPath, entry.name)
    return [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]
  }).sort())
}

/** A small file system of its own, or null where this user may not mount one. */
export function mountTmpfs(size: string): { folder: string; remount(options: string): void } | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'jingjian-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  })
  return { folder, remount: (options) => void execFileSync('mount', ['-o', `remount,${options}`, folder]) }
}

/** Keeps the installation's own files out of the home of whoever runs the tests. */
export function useOwnConfiguration(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'jingjian-config-'))
  mkdirSync(folder, { recursive: true })
  process.env.XDG_CONFIG_HOME = folder
  process.env.APPDATA = folder
  return folder
}
