/** The Chromium whose pages are the windows. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

/** Handlers of `protocol.handle`, by scheme. */
export const schemes = new Map()

// Chromium refuses an unknown scheme before a request can be intercepted, so app://host/x travels as https://host.app.double/x.
const ELECTRON_URL = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)(.*)$/
const CHROMIUM_URL = /^https:\/\/([^/]*)\.([a-z0-9+-]+)\.double(.*)$/

export function toChromium(url) {
  const [, scheme, host, rest] = ELECTRON_URL.exec(url) ?? []
  return schemes.has(scheme) ? `https://${host}.${scheme}.double${rest}` : url
}

export function toElectron(url) {
  const [, host, scheme, rest] = CHROMIUM_URL.exec(url) ?? []
  return scheme === undefined ? url : `${scheme}://${host}${rest}`
}

async function answer(route) {
  const request = route.request()
  const url = toElectron(request.url())
  const handler = schemes.get(new URL(url).protocol.slice(0, -1))
  if (handler === undefined) {
    const isLocal = /^https?:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url)
    return isLocal ? route.continue() : route.abort('blockedbyclient')
  }
  try {
    const response = await handler(new Request(url, { method: request.method(), headers: request.headers(), body: request.postDataBuffer() ?? undefined }))
    await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) })
  } catch (cause) {
    console.error('Electron double: a protocol handler failed', cause)
    await route.abort()
  }
}

let profile
let context

/** Starts Chromium and prints the line by which Playwright finds an Electron program's windows. */
export async function startChromium() {
  profile = mkdtempSync(join(tmpdir(), 'electron-double-'))
  context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    headless: true,
    viewport: null,
    args: [
      '--remote-debugging-port=0', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  })
  await context.route('**/*', answer)
  const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
  console.error(`DevTools listening on ws://127.0.0.1:${port}${path}`)
}

const taken = new WeakSet()

/** A page that no window shows yet: the first one is there from Chromium's start. */
export async function takePage() {
  const page = context.pages().find((candidate) => !taken.has(candidate)) ?? await context.newPage()
  taken.add(page)
  return { page, devtools: await context.newCDPSession(page) }
}

export async function stopChromium() {
  await context?.close().catch(() => undefined)
  if (profile !== undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}
