import os from 'node:os'
import path from 'node:path'

/** The names inside a library folder. */
export function layoutOf(directory: string) {
  return {
    directory,
    snapshot: path.join(directory, 'library.json'),
    previous: path.join(directory, 'library.json.previous'),
    journal: path.join(directory, 'journal'),
    backups: path.join(directory, 'backups'),
    attachments: path.join(directory, 'attachments'),
    heldAttachments: path.join(directory, 'attachments.held'),
    /** Imports that are not finished. */
    imports: path.join(directory, 'imports'),
    /** Whatever was found damaged is moved here and never deleted. */
    damaged: path.join(directory, 'damaged'),
    lock: path.join(directory, 'library.lock'),
    device: path.join(directory, 'device.json'),
    preferences: path.join(directory, 'preferences.json'),
  }
}
export type Layout = ReturnType<typeof layoutOf>

/** Where the user's library lies unless another is asked for; `JINGJIAN_LIBRARY` overrides it. */
export function defaultLibraryDirectory(environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  if (environment.JINGJIAN_LIBRARY) return path.resolve(environment.JINGJIAN_LIBRARY)
  const home = os.homedir()
  if (platform === 'win32') return path.join(environment.APPDATA || path.join(home, 'AppData', 'Roaming'), 'Jingjian', 'library')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Jingjian', 'library')
  return path.join(environment.XDG_DATA_HOME || path.join(home, '.local', 'share'), 'jingjian', 'library')
}

/** A point in time as it stands in file names: sorts as text and is allowed on every system. */
export function timeStamp(time: Date): string {
  return time.toISOString().replace(/[-:.]/gu, '')
}
