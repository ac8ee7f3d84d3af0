import { app, BrowserWindow } from 'electron'
import type { OpenedFiles } from './opened-files'

/**
 * A second start hands its files to the program that runs already and ends.
 * @returns whether this is the only instance.
 */
export function setUpSingleInstance(openedFiles: OpenedFiles): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return false
  }
  app.on('second-instance', (_event, commandLine, workingDirectory) => {
    openedFiles.openArguments(commandLine, workingDirectory)
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  return true
}
