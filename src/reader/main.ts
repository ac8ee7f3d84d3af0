import './fallbacks'
import type { Client } from '#api'
import { READER_DATA_ELEMENT, READER_TEXT_ELEMENT, type ReaderData } from '#api/reader'
import { createApp } from '#core/app'
import { memoryPorts } from '#core/memory'
import { mount } from '#renderer/mount'
import { createRouterClient } from '@orpc/server'
import { readerPreferences } from './preferences'
import './reader.css'
import { addTextSearch } from './text-search'

type Snapshot = NonNullable<NonNullable<Parameters<typeof memoryPorts>[0]>['snapshot']>

/** Too small for three panes: the cases are read as text. The same condition is in reader.css. */
const small = matchMedia('(max-width: 719px), (max-height: 479px)')

/**
 * The one-file reader: the whole core over the records in this page, with nowhere to write to. It shows the same
 * interface as the program; what that offers follows from the library being read-only.
 */
async function start(element: HTMLElement, { title, language, snapshot }: ReaderData<Snapshot>): Promise<void> {
  const ports = memoryPorts({ snapshot, host: { readOnly: { code: 'READ_ONLY', holder: '' } } })
  const app = await createApp({ ...ports, preferences: readerPreferences(language) })
  const client = createRouterClient(app.router) as Client
  const text = document.getElementById(READER_TEXT_ELEMENT)
  if (text !== null) addTextSearch(text, client, language)
  const show = () => {
    if (small.matches || element.hasChildNodes()) return
    mount(element, client, { title })
  }
  small.addEventListener('change', show)
  show()
}

const element = document.getElementById('root')
const data = document.getElementById(READER_DATA_ELEMENT)?.textContent ?? ''
// The page as it is built has no data yet; an export fills it in.
if (element !== null && data.trim() !== '') await start(element, JSON.parse(data) as ReaderData<Snapshot>)
