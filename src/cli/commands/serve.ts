import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { programRoot, programVersion } from '#node/index'
import type { CliCommand } from '../command'
import { portNumber } from '../parse'

export const serve: CliCommand = {
  name: 'serve',
  isReading: () => true,
  declare(command, { options }) {
    command.option('--port <n>', options.port, portNumber).option('--no-open', options.noOpen)
  },
  async run({ options, directory, words, note, print, signal }) {
    const { startWebHost } = await import('#web/server')
    const { rememberedToken } = await import('#web/token')
    const { port, open } = options as { port?: number; open: boolean }
    const host = await startWebHost({
      directory, rendererRoot: path.join(await programRoot() ?? '.', 'out', 'renderer'), version: await programVersion(),
      token: await rememberedToken(), ...(port === undefined ? {} : { port }),
    })
    note(words.say.serving)
    await print({ json: { url: host.url, port: host.port, directory }, text: host.url })
    note(words.say.stop)
    if (open) openBrowser(host.url)
    if (!signal.aborted) await once(signal, 'abort')
    await host.close()
    return null
  },
}

/** Opens the default browser; without a display, or without one, the printed address has to do. */
function openBrowser(url: string): void {
  const { platform, env } = process
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return
  const [command, ...args] = platform === 'win32' ? ['rundll32', 'url.dll,FileProtocolHandler', url] : platform === 'darwin' ? ['open', url] : ['xdg-open', url]
  const child = spawn(command!, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
