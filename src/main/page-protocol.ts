import { join } from 'node:path'
import { app, protocol } from 'electron'
import { readPageFile } from '#node/page-files'
import { pageHeaders } from '#node/page-policy'

const SCHEME = 'app'
const ORIGIN = `${SCHEME}://jingjian`

const rendererRoot = join(import.meta.dirname, '../renderer')

/** Where the development server lies; only a program run from its sources asks for it. */
const developmentUrl = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL

/** What a window loads. */
export const startUrl = developmentUrl ?? `${ORIGIN}/index.html`

/** Whether an address is a page of the program itself. */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol: scheme, host, origin } = new URL(address)
  return `${scheme}//${host}` === ORIGIN || (developmentUrl !== undefined && origin === new URL(developmentUrl).origin)
}

/** Makes app:// a secure origin of its own instead of file://. Must run before the program is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Serves the built interface, and nothing else of the disk. */
export function setUpProtocol(): void {
  protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url)
    const file = host === new URL(ORIGIN).host && request.method === 'GET' ? await readPageFile(rendererRoot, pathname) : null
    return file === null
      ? new Response('not found', { status: 404, headers: pageHeaders })
      : new Response(file.body, { headers: { ...pageHeaders, 'content-type': file.type } })
  })
}
