import { createHash, randomBytes } from 'node:crypto'
import { promises as fs } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readIfThere, replaceFile, type Disk } from './disk'
import { asObject, parseJson } from './json'
import type { Layout } from './layout'

const DEVICE = /^[0-9a-z]{8,16}$/u
const DEVICE_LENGTH = 12

/**
 * The device of this copy of the library on this installation. A folder that was copied, or that is opened by another
 * computer, gets a new one: two copies that write under the same device could not be told apart in a merge.
 */
export async function deviceOf(disk: Disk, layout: Layout, canWrite: boolean): Promise<string> {
  const binding = await bindingOf(layout.directory)
  const stored = asObject(parseJson((await readIfThere(layout.device))?.toString('utf8') ?? ''))
  if (stored?.binding === binding && typeof stored.device === 'string' && DEVICE.test(stored.device)) return stored.device
  const device = newName(DEVICE_LENGTH)
  if (canWrite) await replaceFile(disk, layout.device, Buffer.from(`${JSON.stringify({ device, binding })}\n`))
  return device
}

/** Where this installation keeps what belongs to no library. */
export function configurationDirectory(environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  const home = os.homedir()
  if (platform === 'win32') return path.join(environment.APPDATA || path.join(home, 'AppData', 'Roaming'), 'Jingjian')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Jingjian')
  return path.join(environment.XDG_CONFIG_HOME || path.join(home, '.config'), 'jingjian')
}

/** What changes when the folder is copied (its place and its file number) or opened by another installation. */
async function bindingOf(directory: string): Promise<string> {
  const real = await fs.realpath(directory)
  const { ino } = await fs.stat(real, { bigint: true })
  return createHash('sha256').update(JSON.stringify([await installation(), real, String(ino)])).digest('hex').slice(0, 32)
}

/** A name for this installation, made at its first start. */
async function installation(): Promise<string> {
  const file = path.join(configurationDirectory(), 'installation')
  const stored = (await readIfThere(file).catch(() => null))?.toString('utf8').trim()
  if (stored) return `${os.hostname()}/${stored}`
  const name = newName(16)
  try {
    await fs.mkdir(path.dirname(file), { recursive: true })
    await fs.writeFile(file, name, { flag: 'wx', flush: true })
    return `${os.hostname()}/${name}`
  } catch {
    // Without a place to remember it the computer's name has to do.
    return os.hostname()
  }
}

function newName(length: number): string {
  return Array.from(randomBytes(length), (byte) => (byte % 36).toString(36)).join('')
}
