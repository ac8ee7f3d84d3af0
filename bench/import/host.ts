import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
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

/** In a thread of its own, so that nothing which the client does with an answer counts as a wait. */
const PINGS = `
const { parentPort, workerData: { url, headers, every } } = require('node:worker_threads')
const waits = []
let running = true
parentPort.once('message', () => { running = false })
const wait = () => new Promise((resolve) => setTimeout(resolve, every))
const ping = async () => {
  const start = performance.now()
  const answer = await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: '{}' })
  if (!answer.ok) throw new Error(await answer.text())
  await answer.arrayBuffer()
  waits.push(performance.now() - start)
}
const run = async () => {
  for (; running; await wait()) await ping()
  parentPort.postMessage(waits)
}
void run()`

/** The built local web host, seen from outside: how long a request waits while a file is read, and what the host grows by. */
export async function hostPart(): Promise<string> {
  if (!existsSync(PROGRAM)) return 'left out: run `npm run build` first'
  const batches: [string, File[]][] = [
    ['a Word file of 30 pages', [new File([docxOfPages(30)], 'book.docx')]],
    ['a PDF file of 100 pages', [new File([pdfOfPages(100)], 'book.pdf')]],
    ['500 files of text and Word', manyFiles(500)],
    ['10 MB of text', [new File([iconv.encode(caseText(3_400_000), 'utf8')], 'ten.txt')]],
    ['50 MB of text', [new File([iconv.encode(caseText(17_000_000), 'utf8')], 'fifty.txt')]],
    ['a Word file of 100 MB, most of it pictures', [new File([docxOfPages(30, 0, 99_000_000)], 'pictures.docx')]],
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
    const { client, url, headers } = await connect(await addressOf(host))
    await client.library.status()
    const before = peakMegabytes(host.pid!)
    const pings = new Worker(PINGS, { eval: true, workerData: { url: `${url}/library/status`, headers, every: PING_EVERY_MS } })
    const start = performance.now()
    const outcome = await prepare(client, files)
    const took = performance.now() - start
    const waits = await endOf(pings)
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

function endOf(pings: Worker): Promise<number[]> {
  const waits = new Promise<number[]>((resolve, reject) => pings.once('message', resolve).once('error', reject))
  pings.postMessage('end')
  return waits
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

async function connect(address: string): Promise<{ client: Client; url: string; headers: Record<string, string> }> {
  const reply = await fetch(address, { redirect: 'manual' })
  const url = `${new URL(address).origin}${RPC_PREFIX}`
  const headers = { [APP_HEADER.name]: APP_HEADER.value, cookie: reply.headers.get('set-cookie')!.split(';')[0]! }
  return { client: createORPCClient(new RPCLink({ url, headers, customJsonSerializers: [fileSerializer] })), url, headers }
}

/** The most memory the process ever had resident; NaN where the system does not tell. */
function peakMegabytes(pid: number): number {
  try {
    return Number(/VmHWM:\s*(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024
  } catch {
    return Number.NaN
  }
}
