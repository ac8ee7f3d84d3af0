import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '../../..')

/** Bundles a program of the tests, named by its path from the project's folder, for the plain Node it is to run in. */
export async function bundleChild(program: string): Promise<string> {
  mkdirSync(path.join(root, '.cache'), { recursive: true })
  const outDir = mkdtempSync(path.join(root, '.cache', 'child-'))
  await build({
    root, configFile: false, logLevel: 'silent',
    build: { ssr: path.join(root, program), outDir, target: 'node20', rollupOptions: { output: { entryFileNames: 'child.js' } } },
  })
  return path.join(outDir, 'child.js')
}

export interface Child {
  process: ChildProcess
  /** The lines it has printed so far. */
  lines: string[]
  /** Resolves when `count` lines are there. */
  printed(count: number): Promise<void>
  ended: Promise<void>
}

export function startChild(file: string, ...args: string[]): Child {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines: string[] = []
  let noteLine = () => {}
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    noteLine()
  })
  const ended = new Promise<void>((resolve) => void child.once('close', () => resolve()))
  return {
    process: child, lines, ended,
    printed: (count) => new Promise<void>((resolve) => {
      noteLine = () => {
        if (lines.length >= count) resolve()
      }
      noteLine()
    }),
  }
}
