import { parentPort, workerData } from 'node:worker_threads'
import type { PdfData } from './open'
import { readPages } from './pages'
import { openPictures } from './pictures'

/** A thread that reads one PDF file: it can be ended from outside, and its memory has a limit. */
const { bytes, data, wants } = workerData as { bytes: Uint8Array; data: PdfData; wants: 'text' | 'pictures' }
const port = parentPort!
port.postMessage('ready')
if (wants === 'text') {
  port.postMessage(await readPages(bytes, data, () => port.postMessage('page')))
} else {
  const pictures = openPictures(bytes, data)
  port.on('message', (page: number) => {
    pictures.then((open) => open.page(page)).then(
      (picture) => port.postMessage({ picture }, picture === null ? [] : [picture.grey.buffer]),
      () => port.postMessage('failed'),
    )
  })
}
