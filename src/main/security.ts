import { app, session, shell, type WebContents } from 'electron'
import { isOwnPage } from './page-protocol'

/** Opens an address outside the program, if it is one that a browser or a mail program should get. */
function openOutside(address: string): void {
  if (!URL.canParse(address)) return
  const url = new URL(address)
  if (url.protocol === 'https:' || url.protocol === 'mailto:') void shell.openExternal(url.href)
}

function keepInside(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => {
    if (isOwnPage(event.url)) return
    event.preventDefault()
    openOutside(event.url)
  })
  contents.on('will-redirect', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Copying, and the button that pastes into an import. */
const PERMITTED = new Set(['clipboard-sanitized-write', 'clipboard-read'])

/** Electron's list of precautions that hold for every page; `window.ts` has those of a window. */
export function setUpSecurity(): void {
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => keepInside(contents))
  void app.whenReady().then(() => {
    session.defaultSession.setPermissionRequestHandler((_contents, permission, decide) => decide(PERMITTED.has(permission)))
    session.defaultSession.setPermissionCheckHandler((_contents, permission) => PERMITTED.has(permission))
  })
}
