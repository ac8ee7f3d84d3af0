import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { configurationDirectory } from '#node/index'

const TOKEN = /^[\w-]{43}$/

/**
 * This user's token, made at the first call and readable by this user alone: with it a browser's session, and so a
 * bookmark, outlives the host.
 */
export async function rememberedToken(directory = configurationDirectory()): Promise<string> {
  const file = join(directory, 'web-token')
  const stored = await readFile(file, 'utf8').catch(() => '')
  if (TOKEN.test(stored)) return stored
  const token = randomBytes(32).toString('base64url')
  await mkdir(directory, { recursive: true })
  await writeFile(file, token, { mode: 0o600 })
  return token
}
