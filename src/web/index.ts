/** The local web host as a program: `node out/main/web.js [--library DIR] [--port N]`. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultLibraryDirectory, programVersion } from '#node/index'
import { startWebHost } from './server'
import { rememberedToken } from './token'

const { values } = parseArgs({ options: { library: { type: 'string' }, port: { type: 'string' } } })

const host = await startWebHost({
  directory: values.library ?? defaultLibraryDirectory(),
  ...(values.port === undefined ? {} : { port: Number(values.port) }),
  rendererRoot: join(import.meta.dirname, '../renderer'),
  token: await rememberedToken(),
  version: await programVersion(),
})
console.log(host.url)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void host.close().then(() => process.exit(0)))
}
