import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the project, which is also what Electron is pointed at. */
export const projectRoot = join(import.meta.dirname, '../..')

export const rendererRoot = join(projectRoot, 'out/renderer')

/** Tests of a host run what is shipped, so it must have been built. */
export function requireBuild(): void {
  for (const file of ['main/index.js', 'main/web.js', 'preload/index.cjs', 'renderer/index.html']) {
    if (!existsSync(join(projectRoot, 'out', file))) throw new Error(`out/${file} is missing: run "npm run build" first`)
  }
}
