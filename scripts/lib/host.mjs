import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { root } from './project.mjs'

/**
 * A host of the app that runs until it ends by itself or the user interrupts it. In a process group of its own, so that
 * Ctrl+C comes here alone and is handed on once: the host then closes the library. A second Ctrl+C does not wait.
 */
export class Host {
  interrupted = false
  #child = null

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => this.#interrupt())
  }

  /** Runs the program; each line it prints is shown and given to `onLine`. The exit code. */
  run(command, args, onLine = () => {}) {
    if (this.interrupted) return Promise.resolve(0)
    return new Promise((resolve) => {
      const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], detached: process.platform !== 'win32' })
      this.#child = child
      const lines = createInterface({ input: child.stdout })
      lines.on('line', (line) => {
        console.log(line)
        onLine(line)
      })
      child.on('error', (cause) => {
        console.error(cause.message)
        resolve(127)
      })
      child.on('exit', (code) => resolve(code ?? 1))
    })
  }

  #interrupt() {
    this.#child?.kill(this.interrupted ? 'SIGKILL' : 'SIGTERM')
    this.interrupted = true
  }
}
