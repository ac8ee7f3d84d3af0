/** What `import … from 'electron'` gives in the main process. */
import { app, openWindows } from './app.mjs'
import { BrowserWindow } from './browser-window.mjs'
import { ipcMain } from './ipc.mjs'
import { Menu, MenuItem } from './menu.mjs'
import { dialog, nativeTheme, protocol, screen, session, shell } from './services.mjs'
import { strict } from './strict.mjs'

const webContents = strict('webContents', {
  getAllWebContents: () => [...openWindows].map((window) => window.webContents),
  /** Playwright's way from a page to its window. */
  fromDevToolsTargetId: (targetId) => webContents.getAllWebContents().find((contents) => contents.targetId === targetId),
})

export { app, BrowserWindow, dialog, ipcMain, Menu, MenuItem, nativeTheme, protocol, screen, session, shell, webContents }
export default { app, BrowserWindow, dialog, ipcMain, Menu, MenuItem, nativeTheme, protocol, screen, session, shell, webContents }
