import { copyFileSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { pick, type Fault, type Trials } from '../fault'
import { inFolder, mayMountLoop, mount, NEEDS_MOUNT, unmount } from '../support/folder'
import { Ledger } from '../support/ledger'
import { lossOf, withLibrary } from '../support/library'
import { startWriter, withWriterProgram } from '../support/process'

/** The writer must not fill it: a full disk is another row. */
const DISK_BYTES = 96 * 1024 * 1024
const LOSSES_PER_DISK = 10
const LONGEST_WORK_MS = 120

/** What a real ext4 holds on its device at a moment is what is found after the power failed then. */
async function* losses({ trials, random }: Trials): AsyncGenerator<string | null> {
  yield* withWriterProgram(async function* (program) {
    for (let done = 0; done < trials; done += LOSSES_PER_DISK) {
      yield* inFolder((folder) => onOneDisk(folder, program, { trials: Math.min(LOSSES_PER_DISK, trials - done), random }), false)
    }
  })
}

async function* onOneDisk(folder: string, program: string, { trials, random }: Trials): AsyncGenerator<string | null> {
  const [device, mounted] = [path.join(folder, 'disk.img'), path.join(folder, 'mounted')]
  const [copy, copyMounted] = [path.join(folder, 'copy.img'), path.join(folder, 'copy')]
  writeFileSync(device, '')
  truncateSync(device, DISK_BYTES)
  execFileSync('mkfs.ext4', ['-q', '-F', device])
  mkdirSync(mounted)
  mkdirSync(copyMounted)
  mount('-o', 'loop', device, mounted)
  const ledger = new Ledger()
  const deleting = new Set<string>()
  const writer = startWriter(program, path.join(mounted, 'library'), '断电', random)
  try {
    await writer.child.printed(2)
    for (let trial = 0; trial < trials; trial++) {
      await delay(pick(random, LONGEST_WORK_MS))
      // Stopped, so that what was acknowledged by the time of the copy is known exactly.
      writer.child.process.kill('SIGSTOP')
      await delay(20)
      writer.collect(ledger, deleting)
      copyFileSync(device, copy)
      writer.child.process.kill('SIGCONT')
      mount('-o', 'loop', copy, copyMounted)
      try {
        const directory = path.join(copyMounted, 'library')
        rmSync(path.join(directory, 'library.lock'), { force: true })
        yield writer.child.process.exitCode !== null ? `the writer ended: ${writer.child.lines.at(-1)}`
          : await withLibrary(directory, async ({ client, readOnly }) => readOnly !== null ? `opens read-only: ${readOnly.code}`
          : lossOf(await ledger.missingIn(client, deleting)))
      } finally {
        unmount(copyMounted)
      }
    }
  } finally {
    writer.child.process.kill('SIGKILL')
    await writer.child.ended
    unmount(mounted)
  }
}

export const powerLoss: Fault = {
  id: 'power-loss', title: 'power loss (ext4 on a loop device, copied while mounted)', trials: { short: 5, long: 300 },
  obstacle: () => (mayMountLoop() ? null : NEEDS_MOUNT), run: losses,
}
