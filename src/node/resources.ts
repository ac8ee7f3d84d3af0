import { promises as fs } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ResourceName, ResourcesPort } from '#core/ports'
import { readIfThere } from './disk'
import { asObject, parseJson } from './json'

const PROGRAM = 'jingjian'

/** Files that ship with the program, wherever it runs from: its sources, `out/main` or a packaged application. */
export class ProgramResources implements ResourcesPort {
  private roots: Promise<string[]> | undefined

  async text(name: ResourceName): Promise<string | null> {
    this.roots ??= programRoots()
    for (const root of await this.roots) {
      const found = await readIfThere(path.join(root, 'resources', name))
        ?? (name === 'reader.html' ? await readIfThere(path.join(root, 'out', 'reader', 'index.html')) : null)
      if (found !== null) return found.toString('utf8')
    }
    return null
  }
}

/** The program's root folder, and where Electron puts what is packed beside the archive. */
async function programRoots(): Promise<string[]> {
  const { resourcesPath } = process as { resourcesPath?: string }
  const packaged = resourcesPath === undefined ? [] : [resourcesPath, path.dirname(resourcesPath)]
  const start = path.dirname(fileURLToPath(import.meta.url))
  for (let directory = start; ; directory = path.dirname(directory)) {
    const manifest = asObject(parseJson(await fs.readFile(path.join(directory, 'package.json'), 'utf8').catch(() => '')))
    if (manifest?.name === PROGRAM) return [directory, ...packaged]
    if (directory === path.dirname(directory)) return packaged
  }
}
