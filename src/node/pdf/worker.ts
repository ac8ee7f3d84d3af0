import { parentPort, workerData } from 'node:worker_threads'
import { readPages } from './pages'

/** A thread that reads one PDF file: it can be ended from outside, and its memory has a limit. */
const { bytes, cMaps } = workerData as { bytes: Uint8Array; cMaps: string }
const port = parentPort!
port.postMessage('ready')
port.postMessage(await readPages(bytes, cMaps, () => port.postMessage('page')))
