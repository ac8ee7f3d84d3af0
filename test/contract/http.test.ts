import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { Client } from '#api'
import { APP_HEADER, fileSerializer, RPC_PREFIX } from '#api/transport'
import { startWebHost } from '#web/server'
import { rendererRoot, requireBuild } from '../hosts/built'
import { launchChromium } from '../hosts/chromium'
import { temporaryDirectory } from '../hosts/temporary'
import { suiteInPage } from './in-page'
import { runCall } from './run-call'
import { describeContract } from './suite'

async function startHost() {
  const folder = await temporaryDirectory()
  const host = await startWebHost({ directory: folder.path, port: 0, rendererRoot })
  return {
    url: host.url,
    async close() {
      await host.close()
      await folder.remove()
    },
  }
}

async function sessionCookie(url: string): Promise<string> {
  const reply = await fetch(url, { redirect: 'manual' })
  return reply.headers.get('set-cookie')!.split(';')[0]!
}

describeContract('HTTP (Node)', async () => {
  const { url, close } = await startHost()
  const cookie = await sessionCookie(url)
  const client: Client = createORPCClient(new RPCLink({
    url: `${new URL(url).origin}${RPC_PREFIX}`,
    headers: { [APP_HEADER.name]: APP_HEADER.value, cookie },
    customJsonSerializers: [fileSerializer],
  }))
  return { run: (path, index) => runCall(client, path, index), close }
})

describeContract('HTTP (Chromium)', async () => {
  requireBuild()
  const { url, close } = await startHost()
  const browser = await launchChromium()
  const page = await browser.newPage()
  await page.goto(url)
  return {
    run: await suiteInPage(page),
    async close() {
      await browser.close()
      await close()
    },
  }
})
