import { Preferences, type Client } from '#api'
import { READER_DATA_ELEMENT, type ReaderData } from '#api/reader'
import { createApp } from '#core/app'
import { memoryPorts } from '#core/memory'
import { mount } from '#renderer/mount'
import { createRouterClient } from '@orpc/server'

type Snapshot = NonNullable<NonNullable<Parameters<typeof memoryPorts>[0]>['snapshot']>

/**
 * The one-file reader: the whole core over the records in this page, with nowhere to write to. It shows the same
 * interface as the program; what that offers follows from the library being read-only.
 */
async function start(element: HTMLElement, { title, language, snapshot }: ReaderData<Snapshot>): Promise<void> {
  const ports = memoryPorts({ snapshot, host: { readOnly: { code: 'READ_ONLY', holder: '' } } })
  await ports.preferences.write(Preferences.parse({ language }))
  const app = await createApp(ports)
  mount(element, createRouterClient(app.router) as Client, { title })
}

const element = document.getElementById('root')
const data = document.getElementById(READER_DATA_ELEMENT)?.textContent ?? ''
// The page as it is built has no data yet; an export fills it in.
if (element !== null && data.trim() !== '') await start(element, JSON.parse(data) as ReaderData<Snapshot>)
