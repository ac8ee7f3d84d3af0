import type { Client, ExportResult } from '#api'
import { createApp } from '#core/app'
import { memoryPorts } from '#core/memory'
import { createRouterClient } from '@orpc/server'

export type Options = Parameters<typeof memoryPorts>[0]

/** A library in memory, called as every host calls it. */
export async function openClient(options: Options = {}): Promise<Client> {
  const app = await createApp(memoryPorts(options))
  return createRouterClient(app.router) as Client
}

/** Runs an export to its end. */
export async function exported(client: Client, input: Parameters<Client['exports']['create']>[0]): Promise<ExportResult & { bytes: Uint8Array }> {
  const steps = await client.exports.create(input)
  for (;;) {
    const step = await steps.next()
    if (step.done === true) return { ...step.value, bytes: new Uint8Array(await step.value.file.arrayBuffer()) }
  }
}

export async function code(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
  return 'no error'
}

export interface SampleCase {
  title: string
  highlight?: string
  features?: string
  tags?: string[]
}

/** Adds a case with a highlight and features. */
export async function addCase(client: Client, { title, highlight = '全省先进商会支部。', features = '党员按行业编组，每月一次联络。', tags = [] }: SampleCase): Promise<string> {
  const { id } = await client.cases.create({
    title,
    organisation: '示例商会',
    modelName: '示例模式',
    region: { province: '江西省', city: '新余市' },
    period: '2016–2019',
    sections: [
      { id: 's1', role: 'highlight', heading: '看点', text: highlight },
      { id: 's2', role: 'features', heading: '特色', text: features },
    ],
    sources: [{ author: '李四', title: '支部建在商会里', container: '支部生活', date: '2019-03' }],
    notes: '数字待核。',
  })
  if (tags.length > 0) await client.cases.tag({ ids: [id], add: tags })
  return id
}
