import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const MEMORY_DISK = '/dev/shm'

/** Gives `work` a folder of its own, in memory where `quick` and the system has that, and removes it afterwards. */
export async function* inFolder<Item>(work: (folder: string) => AsyncIterable<Item>, quick = true): AsyncGenerator<Item> {
  const folder = mkdtempSync(path.join(quick && existsSync(MEMORY_DISK) ? MEMORY_DISK : tmpdir(), 'jingjian-torture-'))
  try {
    yield* work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const mayMount = (): boolean => process.platform === 'linux' && process.getuid?.() === 0

export const NEEDS_MOUNT = 'needs Linux and the right to mount'

/** Whether a loop device is to be had, which a container may lack. */
export function mayMountLoop(): boolean {
  return mayMount() && existsSync('/dev/loop-control')
}

export function mount(...options: string[]): void {
  execFileSync('mount', options, { stdio: 'ignore' })
}

export function unmount(folder: string): void {
  execFileSync('umount', [folder], { stdio: 'ignore' })
}
