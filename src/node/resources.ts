import { promises as fs } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ResourceName, ResourcesPort } from '#core/ports'
import { isThere, readIfThere } from './disk'
import { asObject, parseJson } from './json'

const PROGRAM = 'jingjian'

/** Files that ship with the program, wherever it runs from: its sources, `out/main` or a packaged application. */
export class ProgramResources implements ResourcesPort {
  private readonly found = new Map<ResourceName, Promise<string | null>>()

  async text(name: ResourceName): Promise<string | null> {
    const file = await this.placeOf(name)
    return file === null ? null : (await readIfThere(file))?.toString('utf8') ?? null
  }

  async has(name: ResourceName): Promise<boolean> {
    return await this.placeOf(name) !== null
  }

  private placeOf(name: ResourceName): Promise<string | null> {
    const known = this.found.get(name) ?? firstPlace(name)
    this.found.set(name, known)
    return known
  }
}

async function firstPlace(name: ResourceName): Promise<string | null> {
  for (const root of await programRoots()) {
    const places = [path.join(root, 'resources', name), ...name === 'reader.html' ? [path.join(root, 'out', 'reader', 'index.html')] : []]
    for (const place of places) if (await isThere(place)) return place
  }
  return null
}

/** The folder that holds the program's package.json, or undefined where it was taken out of it. */
export async function programRoot(): Promise<string | undefined> {
  return (await findProgram())?.root
}

/** The program's version, or an empty text. */
export async function programVersion(): Promise<string> {
  return (await findProgram())?.version ?? ''
}

/** The program's root folder, and where Electron puts what is packed beside the archive. */
async function programRoots(): Promise<string[]> {
  const { resourcesPath } = process as { resourcesPath?: string }
  const packaged = resourcesPath === undefined ? [] : [resourcesPath, path.dirname(resourcesPath)]
  const root = await programRoot()
  return root === undefined ? packaged : [root, ...packaged]
}

let program: Promise<{ root: string; version: string } | undefined> | undefined

/** It stays where it is while it runs. */
function findProgram(): Promise<{ root: string; version: string } | undefined> {
  return program ??= searchProgram()
}

async function searchProgram(): Promise<{ root: string; version: string } | undefined> {
  let directory = path.dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const manifest = asObject(parseJson(await fs.readFile(path.join(directory, 'package.json'), 'utf8').catch(() => '')))
    if (manifest?.name === PROGRAM) return { root: directory, version: String(manifest.version ?? '') }
    const parent = path.dirname(directory)
    if (parent === directory) return undefined
    directory = parent
  }
}
