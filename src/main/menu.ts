import { BrowserWindow, Menu, shell, type MenuItemConstructorOptions } from 'electron'
import { channels, type MenuCommand } from '#api/bridge'
import type { Language } from '#api/i18n'
import { menuTexts } from './menu-texts'

const isMac = process.platform === 'darwin'
const separator: MenuItemConstructorOptions = { type: 'separator' }

function sendToPage(command: MenuCommand): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  window?.webContents.send(channels.menu, command)
}

function template(language: Language, libraryDirectory: string): MenuItemConstructorOptions[] {
  const text = menuTexts[language]
  const command = (id: MenuCommand, accelerator?: string): MenuItemConstructorOptions =>
    ({ id, label: text[id], ...(accelerator === undefined ? {} : { accelerator }), click: () => sendToPage(id) })

  const file = [
    command('import', 'CmdOrCtrl+O'), command('export', 'CmdOrCtrl+E'), command('addSample'), separator,
    ...(isMac ? [] : [command('settings', 'CmdOrCtrl+,'), separator]),
    isMac ? { role: 'close', label: text.close } : { role: 'quit', label: text.quit },
  ] satisfies MenuItemConstructorOptions[]
  const edit = [
    { role: 'undo', label: text.undo }, { role: 'redo', label: text.redo }, separator,
    { role: 'cut', label: text.cut }, { role: 'copy', label: text.copy }, { role: 'paste', label: text.paste },
    { role: 'selectAll', label: text.selectAll }, separator, command('search', 'CmdOrCtrl+F'),
  ] satisfies MenuItemConstructorOptions[]
  const view = [
    { label: text.theme, submenu: [command('themeSystem'), command('themeLight'), command('themeDark')] }, separator,
    { role: 'resetZoom', label: text.actualSize }, { role: 'zoomIn', label: text.zoomIn }, { role: 'zoomOut', label: text.zoomOut }, separator,
    { role: 'togglefullscreen', label: text.fullScreen }, { role: 'reload', label: text.reload },
  ] satisfies MenuItemConstructorOptions[]
  const help = [
    { id: 'showLibrary', label: text.showLibrary, click: () => void shell.openPath(libraryDirectory) },
    ...(isMac ? [] : [separator, { role: 'about', label: text.about } as const]),
  ] satisfies MenuItemConstructorOptions[]

  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: text.file, submenu: file },
    { label: text.edit, submenu: edit },
    { label: text.view, submenu: view },
    ...(isMac ? [{ role: 'windowMenu', label: text.window } as const] : []),
    { role: 'help', label: text.help, submenu: help },
  ]
}

/** Puts the application menu up in the given language; can be called again when the language changes. */
export function setUpMenu(language: Language, libraryDirectory: string): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(language, libraryDirectory)))
}
