import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { app, BrowserWindow, type WebContents } from 'electron'
import { channels, type OpenedFile } from '#api/bridge'

const BUNDLE = /\.jingjian$/i

async function readOpened(path: string): Promise<OpenedFile[]> {
  try {
    return [{ name: basename(path), bytes: new Uint8Array(await readFile(path)) }]
  } catch (cause) {
    console.error('an opened file could not be read', cause)
    return []
  }
}

/** Files the system hands to the program: by double click (file association), by the dock, or as arguments. */
export class OpenedFiles {
  private readonly waiting: string[] = []
  private ready: WebContents | null = null

  open(path: string): void {
    this.waiting.push(path)
    void this.flush()
  }

  /** Takes the bundles out of a command line; everything else in it is not a file to be opened. */
  openArguments(commandLine: string[], workingDirectory: string): void {
    for (const argument of commandLine.slice(1)) {
      if (!argument.startsWith('-') && BUNDLE.test(argument)) this.open(resolve(workingDirectory, argument))
    }
  }

  /** From now on, files go to this page; those that came earlier too. */
  deliverTo(contents: WebContents): void {
    this.ready = contents
    void this.flush()
  }

  private async flush(): Promise<void> {
    const contents = this.ready
    if (contents === null || contents.isDestroyed() || this.waiting.length === 0) return
    const files = (await Promise.all(this.waiting.splice(0).map(readOpened))).flat()
    if (files.length === 0) return
    contents.send(channels.openedFiles, files)
    BrowserWindow.fromWebContents(contents)?.focus()
  }
}

/** Listens from the first moment: macOS hands files over before the program is ready. */
export function setUpOpenedFiles(): OpenedFiles {
  const openedFiles = new OpenedFiles()
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openedFiles.open(path)
  })
  openedFiles.openArguments(process.argv, process.cwd())
  return openedFiles
}
