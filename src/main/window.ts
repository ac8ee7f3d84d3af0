import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme } from 'electron'
import { startUrl } from './page-protocol'
import { backgroundColour } from './theme'
import { rememberedWindow, rememberWindow } from './window-state'

const MINIMUM = { width: 880, height: 600 }

async function openWindow(): Promise<void> {
  const remembered = rememberedWindow()
  const window = new BrowserWindow({
    width: 1280,
    height: 832,
    ...remembered?.size,
    ...remembered?.position,
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    show: false,
    backgroundColor: backgroundColour(),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  if (remembered?.maximized === true) window.maximize()
  rememberWindow(window)
  window.once('ready-to-show', () => window.show())
  await window.loadURL(startUrl)
}

/** Opens the window, and on macOS a new one when the program is called back without one. */
export async function setUpWindows(): Promise<void> {
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(backgroundColour())
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) void openWindow()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  await openWindow()
}
