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
const PING_EVERY_MS = 5

/** The built local web host, seen from outside: how long a request waits while a file is read, and what the host grows by. */
export async function hostPart(): Promise<string> {
  if (!existsSync(PROGRAM)) return 'left out: run `npm run build` first'
  const batches: [string, File[]][] = [
    ['a Word file of 30 pages', [new File([docxOfPages(30)], 'book.docx')]],
    ['a PDF file of 100 pages', [new File([pdfOfPages(100)], 'book.pdf')]],
    ['500 files of text and Word', manyFiles(500)],
    ['10 MB of text', [new File([iconv.encode(caseText(3_400_000), 'utf8')], 'ten.txt')]],
    ['100 MB of text', [new File([iconv.encode(caseText(34_000_000), 'utf8')], 'large.txt')]],
  ]
  const rows = [['file', 'MB', 'until the preview ms', 'longest wait of another request ms', 'p99 ms', 'goal ms', 'memory rise MB', 'goal MB']]
  for (const [name, files] of batches) rows.push(await inScratch((directory) => measured(directory, name, files)))
  return table(rows)
}

/** Each differs from the others, half of them Word files of two pages, half texts of three cases. */
function manyFiles(count: number): File[] {
  return Array.from({ length: count }, (_, index) => (index % 2 === 0
    ? new File([docxOfPages(2, index)], `${index}.docx`)
    : new File([iconv.encode(caseText(2500, index), index % 4 === 1 ? 'utf8' : 'gb18030')], `${index}.txt`)))
}

async function measured(directory: string, name: string, files: File[]): Promise<string[]> {
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
    const outcome = await prepare(client, files)
    const took = performance.now() - start
    running = false
    await pings
    const megabytes = files.reduce((sum, { size }) => sum + size, 0) / 1e6
    const rise = peakMegabytes(host.pid!) - before
    return [
      `${name}${outcome}`, megabytes.toFixed(1), milliseconds(took), milliseconds(Math.max(...waits)), milliseconds(percentile(waits, 0.99)), '50',
      rise.toFixed(0), megabytes > 50 ? '300' : '-',
    ]
  } finally {
    host.kill()
  }
}

/** Empty where all went well, else the first warning's code. */
async function prepare(client: Client, files: File[]): Promise<string> {
  try {
    const steps = await client.imports.prepare({ files })
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
