import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import iconv from 'iconv-lite'
import type { Client } from '#api'
import { APP_HEADER, fileSerializer, RPC_PREFIX } from '#api/transport'
import { milliseconds, percentile, table } from '../lib/figures'
import { inScratch } from '../lib/scratch'
import { caseText, docxOfPages, pdfOfPages } from './documents'

const PROGRAM = path.join(process.cwd(), 'out/main/cli.js')
/** About 100 MB of UTF-8. */
const LARGE_CHARACTERS = 34_000_000
const PING_EVERY_MS = 5

/** The built local web host, seen from outside: how long a request waits while a file is read, and what the host grows by. */
export async function hostPart(): Promise<string> {
  if (!existsSync(PROGRAM)) return 'left out: run `npm run build` first'
  const large = iconv.encode(caseText(LARGE_CHARACTERS), 'utf8')
  const files: [string, Uint8Array<ArrayBuffer>][] = [
    ['book.docx', docxOfPages(30)], ['book.pdf', pdfOfPages(100)], ['ten.txt', iconv.encode(caseText(3_400_000), 'utf8')], ['large.txt', Uint8Array.from(large)],
  ]
  const rows = [['file', 'MB', 'until the preview ms', 'longest wait of another request ms', 'p99 ms', 'goal ms', 'memory rise MB', 'goal MB']]
  for (const [name, bytes] of files) rows.push(await inScratch((directory) => measured(directory, name, bytes)))
  return table(rows)
}

async function measured(directory: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const host = spawn(process.execPath, [PROGRAM, 'serve', '--library', path.join(directory, 'library'), '--port', '0', '--no-open'], { stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const client = await connect(await addressOf(host))
    await client.library.status()
    const before = peakMegabytes(host.pid!)
    const waits: number[] = []
    let running = true
    const pings = (async () => {
      while (running) {
        const start = performance.now()
        await client.library.status()
        waits.push(performance.now() - start)
        await new Promise((resolve) => setTimeout(resolve, PING_EVERY_MS))
      }
    })()
    const start = performance.now()
    const outcome = await prepare(client, bytes, name)
    const took = performance.now() - start
    running = false
    await pings
    const rise = peakMegabytes(host.pid!) - before
    return [
      `${name}${outcome}`, (bytes.length / 1e6).toFixed(1), milliseconds(took), milliseconds(Math.max(...waits)), milliseconds(percentile(waits, 0.99)), '50',
      rise.toFixed(0), bytes.length > 5e7 ? '300' : '-',
    ]
  } finally {
    host.kill()
  }
}

/** Empty where all went well, else the first warning's code. */
async function prepare(client: Client, bytes: Uint8Array<ArrayBuffer>, name: string): Promise<string> {
  try {
    const steps = await client.imports.prepare({ files: [new File([bytes], name)] })
    for (;;) {
      const step = await steps.next()
      if (step.done === true) return step.value.drafts.length > 0 ? '' : ` (${step.value.warnings[0]?.code ?? 'no case'})`
    }
  } catch (cause) {
    return ` (${(cause as { code?: string }).code ?? String(cause)})`
  }
}

function addressOf(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = ''
    host.stdout!.on('data', (chunk: Buffer) => {
      told += chunk.toString()
      const address = /http:\/\/[^\s"]+/u.exec(told)
      if (address !== null) resolve(address[0])
    })
    host.on('exit', () => reject(new Error(`the host ended: ${told}`)))
  })
}

async function connect(address: string): Promise<Client> {
  const reply = await fetch(address, { redirect: 'manual' })
  return createORPCClient(new RPCLink({
    url: `${new URL(address).origin}${RPC_PREFIX}`,
    headers: { [APP_HEADER.name]: APP_HEADER.value, cookie: reply.headers.get('set-cookie')!.split(';')[0]! },
    customJsonSerializers: [fileSerializer],
  }))
}

/** The most memory the process ever had resident; NaN where the system does not tell. */
function peakMegabytes(pid: number): number {
  try {
    return Number(/VmHWM:\s*(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024
  } catch {
    return Number.NaN
  }
}
