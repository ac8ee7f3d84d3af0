import { expect, test } from 'vitest'
import { withTexts } from '../contract/drafts'
import { openClient } from '../export/support'

test('a colon of a marker is no repair to decide on; the marks of the text are', async () => {
  const client = await openClient()
  const text = '1. 河谷茶社\n看点:茶农的课堂,每月两次。\n特色:白天做工,晚上上课。\n'
  const steps = await client.imports.prepare({ files: [new File([text], 'a.txt')] })
  for (;;) {
    const step = await steps.next()
    if (step.done !== true) continue
    const [draft] = (await withTexts(client, step.value)).drafts
    expect(draft!.sections.map(({ heading }) => heading)).toEqual(['看点', '特色'])
    expect(draft!.repairs.map(({ before, after }) => before + after)).toEqual([',，', ',，'])
    return
  }
})
